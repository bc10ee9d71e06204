import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The repository's root; every tool runs from here. */
export const ROOT = join(import.meta.dirname, '..');

const BIN = join(ROOT, 'node_modules', '.bin');

export interface ToolResult {
  /** 0 when the tool was satisfied; 1 when it could not even start. */
  code: number;
  output: string;
}

export interface ToolOptions {
  cwd?: string;
  echo?: boolean;
  env?: Record<string, string>;
}

/**
 * Runs a tool of `node_modules/.bin` under the pinned Node.
 * @param echo sends what the tool says straight to the terminal, for long runs that people watch.
 * @param env variables over those of this process.
 */
export function runTool(
  command: string,
  args: readonly string[],
  { cwd = ROOT, echo = false, env = {} }: ToolOptions = {},
): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: {
        ...process.env,
        ...env,
        NO_COLOR: echo ? process.env.NO_COLOR : '1',
        PATH: `${BIN}${delimiter}${process.env.PATH}`,
      },
      stdio: ['ignore', echo ? 'inherit' : 'pipe', echo ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
