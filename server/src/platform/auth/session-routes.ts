import Type from 'typebox';
import { httpProblems, type Routes, requireKnownActor, SESSION_COOKIE } from '../http/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems } from '../problem/index.ts';
import type { Session } from './authenticate.ts';
import { changePassword } from './change-password.ts';
import { openSession } from './open-session.ts';
import { Credentials, Identified, PasswordChange, SessionView } from './schemas.ts';
import { hashSecret } from './secret.ts';
import { deleteSession } from './session-store.ts';

/** Opening, reading and closing one's own session. */
export const sessionRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    const secure = platform.config.publicUrl?.startsWith('https:') ?? false;
    const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;

    app.post(
      '/sessions',
      {
        schema: {
          tags: ['sessions'],
          summary: 'Ouvrir une session',
          body: Credentials,
          response: { 200: SessionView },
        },
        // A whole town hall shares one address and arrives at eight; guessing is slowed elsewhere.
        config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
      },
      async (request, reply) => {
        // A page elsewhere must not log somebody in under another name (login CSRF).
        if (request.headers['sec-fetch-site'] === 'cross-site') throw httpProblems.forgedRequest();
        const { territoryId, ip: origin, body } = request;
        const opened = await openSession(platform, territoryId, { ...body, origin });
        reply.setCookie(SESSION_COOKIE, opened.cookie, {
          ...cookieOptions,
          expires: opened.expiresAt,
        });
        const session = await app.authenticator.session(territoryId, opened.cookie);
        return present(session);
      },
    );

    app.get(
      '/sessions/current',
      {
        schema: {
          tags: ['sessions'],
          summary: 'Ma session',
          response: { 200: SessionView },
        },
      },
      async (request) => present(request.session),
    );

    app.post(
      '/sessions/current/password',
      {
        schema: {
          tags: ['sessions'],
          summary: 'Changer mon mot de passe',
          body: PasswordChange,
          response: { 200: Identified },
        },
        config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
      },
      async (request) => {
        const keepTokenHash = hashSecret(request.cookies[SESSION_COOKIE] ?? '');
        const changed = await changePassword(platform, request.act(), {
          ...request.body,
          keepTokenHash,
        });
        app.authenticator.forget();
        return changed;
      },
    );

    app.delete(
      '/sessions/current',
      {
        schema: {
          tags: ['sessions'],
          summary: 'Fermer ma session',
          response: { 204: Type.Null() },
        },
        preHandler: requireKnownActor,
      },
      async (request, reply) => {
        const cookie = request.cookies[SESSION_COOKIE] ?? '';
        await deleteSession(platform.db.read, request.territoryId, hashSecret(cookie));
        app.authenticator.forget();
        return reply.clearCookie(SESSION_COOKIE, cookieOptions).code(204).send(null);
      },
    );
  };

function present(session: Session | undefined) {
  if (!session?.actor.id) throw commonProblems.unauthenticated();
  const { actor, email, csrfToken, isPasswordProvisional } = session;
  return {
    account: { id: actor.id as string, name: actor.name, email },
    csrfToken,
    passwordProvisional: isPasswordProvisional,
    grants: actor.grants,
  };
}
