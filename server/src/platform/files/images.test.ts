import { randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Problem } from '../problem/index.ts';
import { PHOTO_LIMITS, sanitizeImage } from './images.ts';

/** A noisy picture, so that its file is not tiny. */
function picture(width = 300, height = 200) {
  const pixels = randomFillSync(Buffer.alloc(width * height * 3));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const GPS_EXIF = {
  IFD0: { Copyright: 'Camille Martin', Orientation: '6' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '43/1 36/1 38/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '3/1 52/1 36/1',
  },
};

async function refusal(bytes: Uint8Array, limits = PHOTO_LIMITS): Promise<string> {
  try {
    await sanitizeImage(bytes, limits);
  } catch (error) {
    if (error instanceof Problem) return error.type.replace('/problems/files/', '');
    throw error;
  }
  return 'accepted';
}

describe('sanitizeImage', () => {
  it('leaves the name and the position of the author behind', async () => {
    const photo = await picture()
      .withExif(GPS_EXIF)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .jpeg()
      .toBuffer();
    const before = await sharp(photo).metadata();
    expect(before.exif?.includes('Camille Martin')).toBe(true);
    expect(before.xmp).toBeDefined();

    const { bytes, thumb } = await sanitizeImage(photo);
    for (const made of [bytes, thumb.bytes]) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(made).metadata();
      expect([exif, xmp, iptc, icc, orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(made.includes('Camille')).toBe(false);
    }
  });

  it('turns the picture upright before forgetting how it was held', async () => {
    const halves = sharp({
      create: { width: 200, height: 100, channels: 3, background: 'red' },
    }).composite([
      {
        input: { create: { width: 100, height: 100, channels: 3, background: 'blue' } },
        left: 0,
        top: 0,
      },
    ]);
    const photo = await halves.withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { bytes, width, height } = await sanitizeImage(photo);
    expect([width, height]).toEqual([100, 200]);
    // Orientation 6 is a quarter turn clockwise: the left half goes up.
    const top = await sharp(bytes).extract({ left: 40, top: 20, width: 20, height: 20 }).stats();
    expect(top.dominant.b).toBeGreaterThan(200);
    expect(top.dominant.r).toBeLessThan(50);
  });

  it('converts wide colours to sRGB', async () => {
    const photo = await picture().withIccProfile('p3').png().toBuffer();
    expect((await sharp(photo).metadata()).icc).toBeDefined();
    const { icc, space } = await sharp((await sanitizeImage(photo)).bytes).metadata();
    expect([icc, space]).toEqual([undefined, 'srgb']);
  });

  it('bounds the picture and its thumbnail, and never enlarges', async () => {
    const large = await sanitizeImage(await picture(3000, 1500).jpeg({ quality: 40 }).toBuffer());
    expect(large).toMatchObject({ type: 'image/jpeg', width: 2048, height: 1024 });
    expect(large.thumb).toMatchObject({ type: 'image/webp', width: 480, height: 240 });
    const { format, width } = await sharp(large.thumb.bytes).metadata();
    expect([format, width]).toEqual(['webp', 480]);
    const small = await sanitizeImage(await picture(30, 20).png().toBuffer());
    expect([small.width, small.thumb.width]).toEqual([30, 30]);
  });

  it('puts transparent pictures on white', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#0000' } })
      .webp()
      .toBuffer();
    const { channels } = await sharp((await sanitizeImage(clear)).bytes).stats();
    expect(channels.map(({ mean }) => mean)).toEqual([255, 255, 255]);
  });

  it('accepts a still GIF', async () => {
    expect((await sanitizeImage(await picture().gif().toBuffer())).type).toBe('image/jpeg');
  });

  it('drops what is appended to a picture', async () => {
    const polyglot = Buffer.concat([
      await picture().jpeg().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    expect((await sanitizeImage(polyglot)).bytes.includes('<script>')).toBe(false);
  });

  it('refuses empty, foreign and fake files', async () => {
    expect(await refusal(Buffer.alloc(0))).toBe('empty');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('not-a-photo');
    expect(
      await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')),
    ).toBe('not-a-photo');
    expect(await refusal(Buffer.from('\0\0\0\x18ftypheic'))).toBe('heic');
    expect(
      await refusal(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('not a picture')])),
    ).toBe('damaged');
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'refuses a truncated %s, wherever it is cut',
    async (format) => {
      const whole = await picture().toFormat(format).toBuffer();
      for (const part of [0.1, 0.5, 0.95]) {
        expect(await refusal(whole.subarray(0, whole.length * part))).toBe('damaged');
      }
    },
  );

  it('refuses animations', async () => {
    const frames = randomFillSync(Buffer.alloc(20 * 40 * 3));
    const animation = sharp(frames, {
      raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
    });
    expect(await refusal(await animation.clone().gif().toBuffer())).toBe('animated');
    expect(await refusal(await animation.clone().webp().toBuffer())).toBe('animated');
  });

  it('refuses a decompression bomb without decoding it', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: 'black' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const start = performance.now();
    expect(await refusal(bomb)).toBe('too-many-pixels');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('refuses too many bytes', async () => {
    expect(
      await refusal(await picture().png().toBuffer(), { ...PHOTO_LIMITS, maxBytes: 1000 }),
    ).toBe('too-large');
  });

  it('answers any corruption with a picture or a refusal, never a crash', async () => {
    const whole = await picture(40, 30).jpeg().toBuffer();
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        expect(['accepted', 'damaged', 'not-a-photo', 'too-many-pixels']).toContain(
          await refusal(bytes),
        );
      }),
    );
  });
});
