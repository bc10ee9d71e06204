import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { productUrl } from './product.ts';

const browser = await launchBrowser();
process.once('beforeExit', () => browser.close());

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

/**
 * Lets a visitor with a fresh browser profile act; whatever a page complains of (a blocked script or
 * style, an error) fails the test, save what `expected` foresees.
 */
export async function visit(
  options: BrowserContextOptions & { expected?: RegExp },
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const { expected, ...rest } = options;
  const context = await browser.newContext({
    baseURL: productUrl(),
    locale: 'fr-FR',
    viewport: PHONE,
    ...rest,
  });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await act(page);
    expect(complaints.filter((text) => !expected?.test(text))).toEqual([]);
  } finally {
    await context.close();
  }
}
