import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Act, type Actor, ANONYMOUS } from '../acts/index.ts';
import { type Authenticator, type Session, sameSecret } from '../auth/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems } from '../problem/index.ts';
import { actOf } from './act.ts';
import { httpProblems } from './problems.ts';

export const SESSION_COOKIE = 'cantonnier_session';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

declare module 'fastify' {
  interface FastifyRequest {
    territoryId: string;
    actor: Actor;
    session: Session | undefined;
    /** The circumstances of this request as an act. */
    act(): Act;
  }
  interface FastifyInstance {
    authenticator: Authenticator;
  }
}

/**
 * Tells who asks, for which territory.
 *
 * A session cookie alone may read; to write it must come with the session's CSRF token, which
 * another site cannot know. A bearer token needs none: a browser never sends it by itself.
 */
export function addActors(
  app: FastifyInstance,
  platform: Platform,
  authenticator: Authenticator,
  territoryOf: (hostname: string) => Promise<string | undefined>,
): void {
  app.decorate('authenticator', authenticator);
  app.decorateRequest('territoryId', '');
  app.decorateRequest('actor', null as unknown as Actor);
  app.decorateRequest('session', undefined);
  app.decorateRequest('act', function (this: FastifyRequest) {
    return actOf(this, platform.clock);
  });
  app.addHook('onRequest', async (request) => {
    request.actor = ANONYMOUS;
    if (!request.url.startsWith('/api/') && !request.url.startsWith('/open311/')) return;
    const territoryId = await territoryOf(request.hostname);
    if (territoryId === undefined) throw httpProblems.territoryUnknown();
    request.territoryId = territoryId;
    const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      const actor = await authenticator.token(territoryId, bearer);
      if (!actor) throw commonProblems.unauthenticated();
      request.actor = actor;
      return;
    }
    const cookie = request.cookies[SESSION_COOKIE];
    const session = cookie ? await authenticator.session(territoryId, cookie) : undefined;
    if (!session) return;
    request.session = session;
    request.actor = session.actor;
    if (!SAFE_METHODS.has(request.method)) refuseForgery(request, session);
  });
}

function refuseForgery(request: FastifyRequest, session: Session): void {
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || !sameSecret(token, session.csrfToken)) {
    throw httpProblems.forgedRequest();
  }
}

/** Lets pass those who are known. @throws Problem `unauthenticated` (401) */
export async function requireKnownActor({ actor }: FastifyRequest): Promise<void> {
  if (actor.kind === 'anonymous') throw commonProblems.unauthenticated();
}
