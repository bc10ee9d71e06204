import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { freePort, startProduct } from '../server/test/product-process.ts';
import { makeVar } from '../server/test/temporary-var.ts';
import { atMost, type Bench, type Goal, round } from './bench.ts';
import { ecoIndex, ecoIndexReference, type PageWeight } from './ecoindex.ts';

const LIMIT_KILOBYTES = 20;

const bench: Bench = {
  about: 'bytes, requests and DOM size of the portal’s pages, and their EcoIndex',
  async run({ progress }) {
    const { varDir, remove } = await makeVar();
    progress('starting the product with its demonstration');
    const product = await startProduct({ varDir, port: await freePort() });
    const browser = await launchBrowser();
    try {
      const reference = ecoIndexReference();
      if (!reference) progress('EcoIndex is skipped: its reference values are not at hand');
      const figures: Record<string, unknown> = {};
      const goals: Goal[] = [];
      for (const page of await portalPages(product.url)) {
        const { scripts, ...weight } = await weigh(browser, product.url + page);
        const index = reference && ecoIndex(weight, reference);
        figures[page] = {
          kilobytes: round(weight.kilobytes),
          requests: weight.requests,
          dom: weight.dom,
          ...(index && { ecoIndex: round(index.score), grade: index.grade }),
        };
        goals.push(atMost(`scripts of ${page}`, scripts, 0));
        goals.push(atMost(`kB of ${page}`, weight.kilobytes, LIMIT_KILOBYTES));
        if (index) {
          const { grade } = index;
          goals.push({
            name: `EcoIndex of ${page}`,
            value: grade,
            goal: 'A',
            holds: grade === 'A',
          });
        }
      }
      return { figures, goals };
    } finally {
      await browser.close();
      await product.end();
      await remove();
    }
  },
};

export default bench;

/** Every kind of page that a resident may open, a real tracking page among them. */
async function portalPages(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/v1/service-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await someReport(url)),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  const { code } = (await answer.json()) as { code: string };
  return [
    '/',
    '/signaler',
    '/signaler?mots=lampadaire+%C3%A9teint',
    '/suivi',
    `/suivi/${code}`,
    '/carte',
    '/accessibilite',
    '/donnees-personnelles',
  ];
}

async function someReport(url: string) {
  const get = async (path: string) => (await fetch(`${url}/api/v1${path}`)).json();
  const { center } = (await get('/territory')) as { center: { lat: number; long: number } };
  const { items } = (await get('/services')) as {
    items: { code: string; hasQuestions: boolean }[];
  };
  const simple = items.find(({ hasQuestions }) => !hasQuestions);
  return {
    serviceCode: simple?.code,
    description: 'Un lampadaire est éteint.',
    point: center,
    address: null,
    answers: {},
    photoIds: [],
    channel: 'web',
    language: 'fr',
  };
}

/** Loads a page as a resident's browser does, with an empty cache, and counts what came. */
async function weigh(browser: Browser, url: string): Promise<PageWeight & { scripts: number }> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  let requests = 0;
  const photos = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes('/api/v1/files/')) photos.add(requestId);
    else requests++;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!photos.has(requestId)) bytes += encodedDataLength;
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`);
  // EcoIndex counts a drawing as one element.
  const dom = await page.locator(':not(svg *)').count();
  const scripts = await page.locator('script').count();
  await page.close();
  return { dom, requests, kilobytes: bytes / 1_000, scripts };
}
