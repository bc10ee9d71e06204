import { type SpawnOptions, spawn } from 'node:child_process';

/** The Unix account that runs PostgreSQL; empty when it is the one that runs us. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** What a finished program left behind; `code` is undefined when it could not start or was killed. */
export interface Outcome {
  readonly code: number | undefined;
  readonly output: string;
}

/**
 * Options to spawn a program of PostgreSQL. The environment is bare so that no `PG*` or `LC_*`
 * variable of the operator changes what we ask for, and the folder is the root because the
 * account may not be allowed to stand in ours.
 */
export function spawnOptions(account: Account): SpawnOptions {
  return { cwd: '/', env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' }, ...account };
}

/** Runs a program to its end under `account`; never throws. */
export function runAs(account: Account, command: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      ...spawnOptions(account),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: undefined, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? undefined, output }));
  });
}
