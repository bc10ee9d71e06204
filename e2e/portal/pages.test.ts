import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAccess } from '../access.ts';
import { DESK, PHONE, visit } from '../visit.ts';
import { ecoIndex } from './eco-index.ts';
import { findArea, findInTown, findReported, report } from './town.ts';

const MOST_BYTES = 20_000;
const GRADE_A = 80;
const SMALL_PHONE = { width: 320, height: 640 };

/** Every page of the portal that has no script, by its name; addresses that need facts are made late. */
const PAGES: Record<string, (facts: Facts) => string> = {
  home: () => '/',
  'what, empty': () => '/signaler?mots=',
  what: () => '/signaler',
  suggestions: ({ plainName }) => `/signaler?mots=${encodeURIComponent(plainName)}`,
  'every service': () => '/signaler?toutes=1',
  questions: ({ asking }) => `/signaler/questions?prestation=${asking}&suite=1`,
  where: ({ plain }) => `/signaler/lieu?prestation=${plain}`,
  'where, searched': ({ plain }) => `/signaler/lieu?prestation=${plain}&recherche=1+rue`,
  'where, chosen': ({ plain, point }) => `/signaler/lieu?prestation=${plain}&point=${point}`,
  'where, outside': ({ plain }) => `/signaler/lieu?prestation=${plain}&point=48.85,2.35`,
  'already reported': ({ plain, point }) => `/signaler/deja?prestation=${plain}&point=${point}`,
  'already reported, follow': ({ plain, point, reported }) =>
    `/signaler/deja/${reported}?prestation=${plain}&point=${point}`,
  send: ({ plain, point }) => `/signaler/envoi?prestation=${plain}&point=${point}&adresse=ici`,
  follow: () => '/suivi',
  'a new request': ({ code }) => `/suivi/${code}?nouvelle=1`,
  'an unknown code': () => '/suivi/ABCD-EFGH',
  'map and list': () => '/carte',
  'an empty list': () => '/carte?domaine=xxxx',
  'areas to follow': () => '/suivre?lieu=rue',
  'an area to follow': ({ area }) => `/suivre/${area}`,
  accessibility: () => '/accessibilite',
  'personal data': () => '/donnees-personnelles',
  'API guide': () => '/api/docs',
  'in English': () => '/?lang=en',
};

interface Facts {
  plain: string;
  plainName: string;
  asking: string;
  point: string;
  code: string;
  reported: string;
  /** Kind and id. */
  area: string;
}

let facts: Facts;

beforeAll(async () => {
  const { plain, asking, address } = await findInTown();
  const { lat, long } = address.point;
  const code = await report(plain.code, address.point);
  facts = {
    plain: plain.code,
    plainName: plain.name,
    asking: asking.code,
    point: `${lat.toFixed(5)},${long.toFixed(5)}`,
    code,
    reported: await findReported(plain.code, address.point),
    area: await findArea(address.point),
  };
});

/** A browser complains of a page that says it does not exist; that is what it should say. */
const expected = /status of 404/;

describe.each(Object.keys(PAGES))('%s', (name) => {
  const address = () => PAGES[name]?.(facts) ?? '/';

  test('everyone can use it (axe, WCAG 2.2 A and AA), on a small phone, a phone or a desk', () =>
    visit({ expected }, async (page) => {
      await page.goto(address());
      await checkAccess(page);
      for (const viewport of [SMALL_PHONE, PHONE, DESK]) {
        await page.setViewportSize(viewport);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        // The plan's picture keeps its size, since its pixels are places: on 320 it alone overflows.
        expect(width).toBeLessThanOrEqual(Math.max(viewport.width, 336));
      }
    }));

  test('it has no script, weighs little and is graded A', () =>
    visit({ expected }, async (page) => {
      const sizes: number[] = [];
      const texts: Promise<void>[] = [];
      let styled = 0;
      page.on('response', (response) => {
        texts.push(
          response.body().then(
            (body) => {
              const size = gzipSync(body).length;
              sizes.push(size);
              const type = response.headers()['content-type'] ?? '';
              if (/text\/(html|css)/.test(type)) styled += size;
              expect(type).not.toMatch(/javascript/);
            },
            () => {},
          ),
        );
      });
      await page.goto(address(), { waitUntil: 'networkidle' });
      await Promise.all(texts);
      expect(await page.locator('script').count()).toBe(0);
      expect(await page.locator('[style]').count()).toBe(0);
      expect(styled).toBeLessThanOrEqual(MOST_BYTES);
      const index = ecoIndex({
        elements: await page.locator('*').count(),
        requests: sizes.length,
        kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000,
      });
      expect(index).toBeGreaterThan(GRADE_A);
    }));
});
