import { readFileSync, statSync } from 'node:fs';
import type { Account } from './run-as.ts';

/** The conventional uid and gid of `nobody`, for machines whose `/etc/passwd` names no one. */
const NOBODY: Account = { uid: 65534, gid: 65534 };

/**
 * The account that must run PostgreSQL on the cluster kept in `cluster`. PostgreSQL refuses root:
 * as root it runs under the cluster's owner, or for a cluster yet to be made under a system
 * account that exists already (nothing is created on the machine).
 */
export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return chooseAccount(readPasswd());
}

/** `postgres` where the machine has it, else `nobody`, from the text of `/etc/passwd`. */
export function chooseAccount(passwd: string): Account {
  const accounts = passwd.split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([name]) => name === wanted) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return NOBODY;
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}
