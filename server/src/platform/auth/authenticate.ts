import { LRUCache } from 'lru-cache';
import { type Actor, ANONYMOUS, type Grant } from '../acts/index.ts';
import type { Platform } from '../platform.ts';
import { grantsOf } from './account-store.ts';
import { findApiToken } from './api-token-store.ts';
import { hashSecret } from './secret.ts';
import { findSession } from './session-store.ts';

/** Who a cookie stands for, and the token that its writes must carry. */
export interface Session {
  actor: Actor;
  email: string;
  csrfToken: string;
  /** Somebody else knows the password that opened it. */
  isPasswordProvisional: boolean;
}

/**
 * How long an answer is reused. A revoked session lives at most this much longer in another
 * process; in this one it ends at once.
 */
const REMEMBER_MS = 5_000;

export interface Authenticator {
  /** The living session of a cookie value, or undefined. */
  session(territoryId: string, cookie: string): Promise<Session | undefined>;
  /** The program behind an API token, or undefined. */
  token(territoryId: string, token: string): Promise<Actor | undefined>;
  /** Forgets what was remembered, when an account or a session changes. */
  forget(): void;
}

export function createAuthenticator(platform: Pick<Platform, 'db' | 'clock'>): Authenticator {
  const sessions = new LRUCache<string, Session>({ max: 10_000, ttl: REMEMBER_MS });
  const tokens = new LRUCache<string, Actor>({ max: 1_000, ttl: REMEMBER_MS });
  const { db, clock } = platform;
  return {
    async session(territoryId, cookie) {
      const hash = hashSecret(cookie);
      const known = sessions.get(territoryId + hash);
      if (known) return known;
      const row = await findSession(db.read, territoryId, hash, clock.now());
      if (!row) return undefined;
      const grants = (await grantsOf(db.read, territoryId, [row.id])).get(row.id) ?? [];
      const actor: Actor = { kind: 'account', id: row.id, name: row.name, grants, scopes: [] };
      const session = {
        actor,
        email: row.email,
        csrfToken: row.csrf_token,
        isPasswordProvisional: row.password_provisional,
      };
      sessions.set(territoryId + hash, session);
      return session;
    },
    async token(territoryId, token) {
      const hash = hashSecret(token);
      const known = tokens.get(territoryId + hash);
      if (known) return known;
      const row = await findApiToken(db.read, territoryId, hash);
      if (!row) return undefined;
      const actor = {
        ...ANONYMOUS,
        kind: 'token' as const,
        id: row.id,
        name: row.name,
        grants: grantsOfToken(row.organization_id, row.scopes),
        scopes: row.scopes,
        organizationId: row.organization_id,
      };
      tokens.set(territoryId + hash, actor);
      return actor;
    },
    forget() {
      sessions.clear();
      tokens.clear();
    },
  };
}

/** The scope `role:dispatcher` lets a program act as a dispatcher of its organization. */
function grantsOfToken(organizationId: string, scopes: string[]): Grant[] {
  return scopes
    .filter((scope) => scope.startsWith('role:'))
    .map((scope) => ({ organizationId, role: scope.slice('role:'.length) as Grant['role'] }));
}
