import type { LightMyRequestResponse } from 'fastify';
import { type Grant, systemActor } from '../src/platform/acts/index.ts';
import { createAccount } from '../src/platform/auth/index.ts';
import { SESSION_COOKIE } from '../src/platform/http/index.ts';
import { createApp, reactions, tasks } from '../src/wiring.ts';
import { PASSWORD, PASSWORD_HASH } from './password.ts';
import { createTestPlatform, type TestPlatform, type TestPlatformOptions } from './platform.ts';

/** A browser's or program's side of the API: whom it is logged in as, if anyone. */
export interface Caller {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  send(
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
}

export interface TestApp extends TestPlatform {
  app: Awaited<ReturnType<typeof createApp>>;
  /** Somebody without account. */
  resident: Caller;
  /** Logs in a new account with these roles, through the API as a browser would. */
  login(grants: Grant[], name?: string): Promise<Caller>;
}

/** The whole program without its pages: every module, real database, requests without a socket. */
export async function createTestApp(options: TestPlatformOptions = {}): Promise<TestApp> {
  const test = await createTestPlatform({ reactions, tasks, ...options });
  const app = await createApp(test.platform);
  await app.ready();
  let accounts = 0;
  return {
    ...test,
    app,
    resident: callerWith(app, {}),
    async login(grants, name = 'Camille Test') {
      const email = `compte${++accounts}@test.example`;
      const act = test.act(systemActor('test'));
      await createAccount(test.platform, act, { email, name, passwordHash: PASSWORD_HASH, grants });
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/sessions',
        payload: { email, password: PASSWORD },
      });
      const cookie = answer.cookies.find(({ name }) => name === SESSION_COOKIE)?.value;
      return callerWith(app, {
        cookie: `${SESSION_COOKIE}=${cookie}`,
        'x-csrf-token': answer.json().csrfToken,
      });
    },
    async close() {
      await app.close();
      await test.close();
    },
  };
}

function callerWith(app: TestApp['app'], own: Record<string, string>): Caller {
  return {
    get: (url, headers) => app.inject({ method: 'GET', url, headers: { ...own, ...headers } }),
    send: (method, url, body, headers) =>
      app.inject({
        method,
        url,
        headers: { ...own, ...headers },
        ...(body && { payload: body }),
      }),
  };
}
