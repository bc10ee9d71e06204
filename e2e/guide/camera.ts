import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export const GUIDE = join(import.meta.dirname, '../../docs/guide');
export const IMAGES = join(GUIDE, 'images');

/** The screens of the guides. */
export const GUIDE_SCREEN = { width: 1280, height: 760 };

/** No picture of the guides is heavier, in bytes: they are read on slow lines. */
export const HEAVIEST_PICTURE = 80_000;

/** Only when asked: else the same steps are played, and nothing is written. */
const TAKING = process.env.GUIDE_PICTURES === '1';

/**
 * Takes the picture of a guide page, once the screen has settled.
 *
 * @param name - of the file in docs/guide/images, without its ending
 * @param height - where the useful part ends, in pixels from the top
 */
export async function takePicture(page: Page, name: string, height = GUIDE_SCREEN.height) {
  if (!TAKING) return;
  await page.waitForLoadState('load');
  await page.waitForTimeout(400);
  const clip = { x: 0, y: 0, width: GUIDE_SCREEN.width, height };
  const png = await page.screenshot({ clip });
  await sharp(png)
    .png({ palette: true, colours: 64, effort: 10, compressionLevel: 9 })
    .toFile(join(IMAGES, `${name}.png`));
}
