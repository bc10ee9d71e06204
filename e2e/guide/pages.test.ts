import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GUIDE, HEAVIEST_PICTURE, IMAGES } from './camera.ts';
import { saidInFrench } from './catalogue.ts';

/** Once all pictures are together. */
const HEAVIEST_SET = 2_500_000;

/** The pages of the three people who work at a desk: one page a task. */
const TASKS = ['accueil', 'ordonnancement', 'direction', 'administration'];

interface GuidePage {
  /** From docs/guide. */
  path: string;
  text: string;
}

async function readPages(): Promise<GuidePage[]> {
  const names = await readdir(GUIDE, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(GUIDE, path), 'utf8') })),
  );
}

/** What a page leads to, of our own files, without the anchors. */
function linksOf({ text }: GuidePage): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => target.replace(/#.*/, ''));
}

/** What a page quotes from the screen, links taken as their words. */
function quotesOf({ text }: GuidePage): string[] {
  const words = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return [...words.matchAll(/«\s*([^«»]+?)\s*»/g)].map(([, quoted = '']) => quoted);
}

const pages = await readPages();
const tasks = pages.filter(({ path }) => TASKS.includes(dirname(path)));

test('there is a page for every task', () => {
  expect(tasks.length).toBeGreaterThanOrEqual(29);
});

test('every page is in the index', () => {
  const index = pages.find(({ path }) => path === 'README.md');
  const listed = index ? linksOf(index) : [];
  const others = pages.map(({ path }) => path).filter((path) => path !== 'README.md');
  expect(others.filter((path) => !listed.includes(path))).toEqual([]);
});

test('every link and every picture leads somewhere', () => {
  const lost = pages.flatMap((page) =>
    linksOf(page)
      .filter((target) => !existsSync(join(GUIDE, dirname(page.path), target)))
      .map((target) => `${page.path}: ${target}`),
  );
  expect(lost).toEqual([]);
});

test('every picture is used, and light', async () => {
  const shown = new Set(
    pages.flatMap((page) =>
      linksOf(page).map((target) => relative(GUIDE, join(GUIDE, dirname(page.path), target))),
    ),
  );
  const names = await readdir(IMAGES);
  expect(names.filter((name) => !shown.has(`images/${name}`))).toEqual([]);
  const sizes = await Promise.all(
    names.map(async (name) => ({ name, size: (await stat(join(IMAGES, name))).size })),
  );
  expect(sizes.filter(({ size }) => size > HEAVIEST_PICTURE)).toEqual([]);
  expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(HEAVIEST_SET);
});

describe.each(tasks)('$path', (page) => {
  test('quotes only what the screens say', () => {
    expect(quotesOf(page).filter((quoted) => !saidInFrench(quoted))).toEqual([]);
  });
});

test('a label that no screen has is found out', () => {
  expect(saidInFrench('Prendre en charge')).toBe(true);
  expect(saidInFrench('Téléporter la demande')).toBe(false);
});
