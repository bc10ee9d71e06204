import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffType } from './sniff-type.ts';

const image = () => sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } });
const ascii = (text: string) => Buffer.from(text, 'latin1');

describe('sniffType', () => {
  it('knows real images', async () => {
    expect(sniffType(await image().jpeg().toBuffer())).toBe('image/jpeg');
    expect(sniffType(await image().png().toBuffer())).toBe('image/png');
    expect(sniffType(await image().webp().toBuffer())).toBe('image/webp');
    expect(sniffType(await image().gif().toBuffer())).toBe('image/gif');
    expect(sniffType(await image().avif().toBuffer())).toBe('image/avif');
  });

  it.each([
    ['\0\0\0\x18ftypheic', 'image/heic'],
    ['\0\0\0\n\x18ftypmif1', undefined],
    ['\0\0\0\nftypmif1', 'image/heic'],
    ['%PDF-1.7', 'application/pdf'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
    ['GIF8', undefined],
    ['', undefined],
  ])('reads %j as %s', (head, type) => {
    expect(sniffType(ascii(head))).toBe(type);
  });
});
