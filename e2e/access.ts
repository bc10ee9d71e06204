import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with the elements of the page that somebody could not use (axe, WCAG 2.2 A and AA).
 *
 * @param more - tags of further rules, `wcag2aaa` for screens read in full daylight
 */
export async function checkAccess(page: Page, ...more: string[]): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags([...RULES, ...more])
    // Inside the page itself: our pages have no frames, for which a second page is opened else.
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
