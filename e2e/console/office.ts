import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { createCrew } from '../../server/src/modules/organizations/index.ts';
import { type ImportPlaces, importPlaces } from '../../server/src/modules/places/index.ts';
import {
  DEFAULT_CATALOGUE,
  importCatalogue,
} from '../../server/src/modules/service-requests/index.ts';
import { type Role, systemActor } from '../../server/src/platform/acts/index.ts';
import { createAccount } from '../../server/src/platform/auth/index.ts';
import { systemClock } from '../../server/src/platform/clock/index.ts';
import { loadConfig } from '../../server/src/platform/config/index.ts';
import { uuidv7 } from '../../server/src/platform/ids/index.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import { openPlatform } from '../../server/src/program.ts';
import { createTestDatabase } from '../../server/test/database.ts';
import { PASSWORD, PASSWORD_HASH } from '../../server/test/password.ts';
import { freePort, startProduct } from '../../server/test/product-process.ts';
import { makeVar } from '../../server/test/temporary-var.ts';
import { foundTestTerritory } from '../../server/test/territory.ts';
import { launchBrowser } from '../browser.ts';

export { PASSWORD } from '../../server/test/password.ts';
export const DESK_SCREEN = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

/** Who works in the town hall of the tests, and what each may do. */
const PEOPLE = {
  claire: { name: 'Claire Morel', roles: ['dispatcher'] },
  marc: { name: 'Marc Petit', roles: ['dispatcher'] },
  ana: { name: 'Ana Roux', roles: ['desk'] },
  denis: { name: 'Denis Faure', roles: ['director'] },
  adele: { name: 'Adèle Noir', roles: ['administrator'] },
  sophie: { name: 'Sophie Blanc', roles: ['auditor'] },
  paul: { name: 'Paul Vidal', roles: ['elected'] },
} as const satisfies Record<string, { name: string; roles: Role[] }>;
export type Colleague = keyof typeof PEOPLE;

export const emailOf = (who: Colleague) => `${who}@ouestville.example`;

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
  const [{ varDir, remove }, database] = await Promise.all([makeVar(), createTestDatabase()]);
  // A database of its own on the run's server: a server of its own takes seconds to make.
  const settings = { DEMO: 'off', DATABASE_URL: database.url, ...env };
  await foundTown(varDir, settings, places);
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

/** A job that cannot succeed and will not be tried again: what administrators find in the morning. */
async function leaveAFailure({ db }: Platform, territoryId: string): Promise<void> {
  await db.pool.query(
    `SELECT graphile_worker.add_job('messages/send', $1::json, max_attempts := 1)`,
    [JSON.stringify({ territoryId, messageId: 'no such thing' })],
  );
}

/** Founds the town through the use cases, before the product starts on it. */
async function foundTown(
  varDir: string,
  env: Record<string, string>,
  places?: ImportPlaces,
): Promise<void> {
  const config = loadConfig({ CANTONNIER_VAR: varDir, LOG_LEVEL: 'silent', ...env });
  const { platform, stop } = await openPlatform(config);
  try {
    const territoryId = uuidv7();
    const { west, metropole } = await foundTestTerritory({
      platform,
      territoryId,
      clock: systemClock,
    });
    const act = {
      territoryId,
      actor: systemActor('test'),
      at: new Date(),
      requestId: 'prepare',
      language: 'fr' as const,
    };
    const services = DEFAULT_CATALOGUE.map((service) => ({ ...service, offered: true }));
    await importCatalogue(platform, act, { services });
    for (const [who, { name, roles }] of Object.entries(PEOPLE)) {
      await createAccount(platform, act, {
        email: emailOf(who as Colleague),
        name,
        passwordHash: PASSWORD_HASH,
        grants: roles.flatMap((role) =>
          [west, metropole].map((organizationId) => ({ organizationId, role })),
        ),
      });
    }
    for (const [organizationId, name] of [
      [metropole, 'Voirie secteur 1'],
      [metropole, 'Voirie secteur 2'],
      [west, 'Propreté centre'],
    ] as const) {
      await createCrew(platform, act, {
        organizationId,
        name,
        skills: [],
        vehicle: null,
        memberIds: [],
      });
    }
    if (places) await importPlaces(platform, act, places);
    await leaveAFailure(platform, territoryId);
  } finally {
    await stop();
  }
}
