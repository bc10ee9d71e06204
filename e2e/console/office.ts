import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { inject } from 'vitest';
import type { ImportPlaces } from '../../server/src/modules/places/index.ts';
import { createTestDatabase } from '../../server/test/database.ts';
import { PASSWORD } from '../../server/test/password.ts';
import { freePort, startProduct } from '../../server/test/product-process.ts';
import { makeVar } from '../../server/test/temporary-var.ts';
import { launchBrowser } from '../browser.ts';
import { type Colleague, emailOf } from './people.ts';

export { PASSWORD } from '../../server/test/password.ts';
export { type Colleague, emailOf } from './people.ts';
export const DESK_SCREEN = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

export interface Reported {
  id: string;
  code: string;
}

/** The product at work in a small town hall, with people who use it in real browsers. */
export interface Office {
  readonly url: string;
  /** A colleague sits down at a screen of their own and signs in. */
  arrive(who: Colleague, viewport?: { width: number; height: number }): Promise<Page>;
  /** A screen where nobody has signed in. */
  sitDown(viewport?: { width: number; height: number }): Promise<Page>;
  /** A resident reports something, from home. */
  report(description: string, more?: object): Promise<Reported>;
  /** What the API says to Claire, whom nobody else interrupts. */
  ask<T>(path: string): Promise<T>;
  /** What Claire does without her screen. */
  give<T>(path: string, body: object, version?: number): Promise<T>;
  /** A resident sends a picture, to report with it. @returns its id */
  photograph(colour: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * @param env - variables of the product beside the usual ones
 * @param places - streets and addresses of the town, for those who look for them
 */
export async function openOffice(
  env: Record<string, string> = {},
  places?: ImportPlaces,
): Promise<Office> {
  // A copy of the town that the run founded once: founding one takes seconds.
  const copy = createTestDatabase({ of: inject('officeDatabase') });
  const [{ varDir, remove }, database] = await Promise.all([makeVar(), copy]);
  const settings = { DEMO: 'off', DATABASE_URL: database.url, ...env };
  // Loaded only where it is asked for: with it comes the whole server.
  if (places) await (await import('./found-town.ts')).bringPlaces(database.url, places);
  const [browser, product] = await Promise.all([
    launchBrowser(),
    startProduct({ varDir, port: await freePort(), env: settings }),
  ]);
  const { url } = product;
  const cookie = await signIn(url, 'claire');
  return {
    url,
    arrive: (who, viewport) => arrive(browser, url, who, viewport),
    sitDown: async (viewport) => (await newScreen(browser, url, viewport)).newPage(),
    async report(description, more = {}) {
      const body = {
        serviceCode: 'roads.pothole',
        description,
        point: { lat: 43.65, long: 3.85 },
        address: '12 rue des Lilas',
        ...more,
      };
      const answer = await fetch(`${url}/api/v1/service-requests`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as Reported;
    },
    async ask<T>(path: string) {
      const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    async give<T>(path: string, body: object, version?: number) {
      const session = await fetch(`${url}/api/v1/sessions/current`, { headers: { cookie } });
      const { csrfToken } = (await session.json()) as { csrfToken: string };
      const answer = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: {
          cookie,
          'x-csrf-token': csrfToken,
          'content-type': 'application/json',
          ...(version && { 'if-match': `"${version}"` }),
        },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    async photograph(background) {
      const create = { width: 640, height: 480, channels: 3, background } as const;
      const picture = await sharp({ create }).jpeg().toBuffer();
      const body = new FormData();
      body.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg');
      const answer = await fetch(`${url}/api/v1/files`, { method: 'POST', body });
      if (!answer.ok) throw new Error(await answer.text());
      return ((await answer.json()) as { id: string }).id;
    },
    async close() {
      await browser.close();
      await product.end();
      await database.drop();
      await remove();
    },
  };
}

async function newScreen(
  browser: Browser,
  baseURL: string,
  viewport = DESK_SCREEN,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  return context;
}

async function arrive(
  browser: Browser,
  url: string,
  who: Colleague,
  viewport?: { width: number; height: number },
): Promise<Page> {
  const context = await newScreen(browser, url, viewport);
  const [name = '', value = ''] = (await signIn(url, who)).split('=');
  await context.addCookies([{ name, value, url }]);
  return context.newPage();
}

/** Opens a session by the API. @returns its cookie, `name=value` */
async function signIn(url: string, who: Colleague): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf(who), password: PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${who} could not sign in: ${await answer.text()}`);
  return cookie;
}
