import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const linux = process.platform === 'linux';

/** Whether the number is taken by any process, a dead one not yet reaped (zombie) included. */
export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a living process began, as an opaque text that no other process of this number ever had;
 * undefined when there is none. This is what tells a process from a later one of the same number.
 */
export function birthOf(pid: number): string | undefined {
  if (!linux) return ps(['-o', 'lstart=', '-p', String(pid)]).trim() || undefined;
  // proc_pid_stat(5): the name may hold spaces and parentheses; field 3 is the state, 22 the birth.
  const [state, ...rest] = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  if (!state || state === 'Z' || state === 'X') return undefined;
  return `${read('/proc/sys/kernel/random/boot_id').trim()}/${rest[18]}`;
}

/** The name a cluster's processes carry in their title, unique to the folder (`cluster_name`). */
export function clusterNameOf(cluster: string): string {
  return `cantonnier-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
}

/** The living PostgreSQL processes, postmaster or children, that work in the folder `cluster`. */
export function postgresProcessesOf(cluster: string): number[] {
  if (linux) {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
    return pids.filter((pid) => isPostgresOf(pid, cluster));
  }
  return ps(['-axww', '-o', 'pid=,command='])
    .split('\n')
    .map((line) => /^\s*(\d+) (.*)$/.exec(line) ?? [])
    .filter(([, , command]) => command && isCommandOf(cluster, command))
    .map(([, pid]) => Number(pid));
}

/** Whether `pid` is a living PostgreSQL process that works in the folder `cluster`. */
export function isPostgresOf(pid: number, cluster: string): boolean {
  if (!linux) return postgresProcessesOf(cluster).includes(pid);
  if (read(`/proc/${pid}/comm`).trim() !== 'postgres' || !birthOf(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    // Root in a container without CAP_SYS_PTRACE may not look there: the command line must do.
    return isCommandOf(cluster, read(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
  }
}

function isCommandOf(cluster: string, command: string): boolean {
  return (
    command.startsWith(`postgres: ${clusterNameOf(cluster)}: `) ||
    command.includes(`/postgres -D ${cluster} -c `)
  );
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function ps(args: string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
