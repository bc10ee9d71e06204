/** `node scripts/draw-icons.ts`: draws the icons of the field application from their one shape. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from './run-tool.ts';

const FOLDER = join(ROOT, 'web/static/icons');

/** A road works board: an orange lozenge with its inner edge, on the night of the screen. */
function board(scale: number, rounded: boolean): string {
  const half = 16 * scale;
  const lozenge = (side: number) => `M0 ${-side} ${side} 0 0 ${side} ${-side} 0Z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 32 32">
    <rect x="-16" y="-16" width="32" height="32" rx="${rounded ? 7 : 0}" fill="#1b1f24"/>
    <path d="${lozenge(half)}" fill="#ff8f1f"/>
    <path d="${lozenge(half * 0.62)}" fill="none" stroke="#1b1f24" stroke-width="${half * 0.17}"/>
  </svg>`;
}

/** A maskable icon keeps what matters in the middle four fifths (W3C manifest, safe zone). */
const ICONS = [
  { name: 'field-180.png', side: 180, svg: board(0.82, false) },
  { name: 'field-192.png', side: 192, svg: board(0.86, true) },
  { name: 'field-512.png', side: 512, svg: board(0.86, true) },
  { name: 'field-maskable-512.png', side: 512, svg: board(0.72, false) },
];

await mkdir(FOLDER, { recursive: true });
for (const { name, side, svg } of ICONS) {
  await sharp(Buffer.from(svg), { density: (72 * side) / 32 })
    .resize(side, side)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(join(FOLDER, name));
}
