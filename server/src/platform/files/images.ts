import sharp, { type Metadata, type Sharp } from 'sharp';
import { fileProblems } from './problems.ts';
import { type SniffedType, sniffType } from './sniff-type.ts';

/** Bounds of what is read and of what is kept. */
export interface ImageLimits {
  readonly maxBytes: number;
  /** Width × height before decoding: a small file may hide a huge picture. */
  readonly maxPixels: number;
  /** Longest side of the picture kept, in pixels. */
  readonly maxSide: number;
  readonly thumbnailSide: number;
}

/** Photographs of any phone, kept sharp enough to see a crack in a slab. */
export const PHOTO_LIMITS: ImageLimits = {
  maxBytes: 15_000_000,
  maxPixels: 64_000_000,
  maxSide: 2048,
  thumbnailSide: 480,
};

/** An image that we made ourselves, from its pixels only. */
export interface Picture<Type extends string> {
  readonly bytes: Buffer;
  readonly type: Type;
  readonly width: number;
  readonly height: number;
}

export interface SanitizedImage extends Picture<'image/jpeg'> {
  readonly thumb: Picture<'image/webp'>;
}

/**
 * Makes a harmless photo of an untrusted file: upright, in sRGB, and with nothing but its pixels.
 * EXIF, GPS position, XMP, colour profile and anything appended are left behind.
 *
 * @throws Problem of {@link fileProblems} for what is empty, too large, fake, damaged or animated
 */
export async function sanitizeImage(
  bytes: Uint8Array,
  limits: ImageLimits = PHOTO_LIMITS,
): Promise<SanitizedImage> {
  if (bytes.length === 0) throw fileProblems.empty();
  if (bytes.length > limits.maxBytes) {
    throw fileProblems.tooLarge({ megabytes: Math.floor(limits.maxBytes / 1e6) });
  }
  const type = sniffType(bytes);
  if (type === 'image/heic') throw fileProblems.heic();
  const format = type && FORMATS[type];
  if (!format) throw fileProblems.notAPhoto();

  // Reading the header decodes nothing: the limit is ours to tell, in words.
  const header = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  refuseUnsuitable(header, format, limits);
  const source = sharp(bytes, { failOn: 'error', limitInputPixels: limits.maxPixels });
  const picture = await encode(
    source.autoOrient().flatten({ background: 'white' }),
    limits.maxSide,
  );
  return { ...picture, thumb: await shrink(picture, limits.thumbnailSide) };
}

/** Formats that we decode, by the name that the decoder gives them. */
const FORMATS: Partial<Record<SniffedType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

function refuseUnsuitable(metadata: Metadata, format: string, { maxPixels }: ImageLimits): void {
  if (metadata.format !== format) throw fileProblems.damaged();
  if ((metadata.pages ?? 1) > 1) throw fileProblems.animated();
  if (metadata.width * metadata.height > maxPixels) {
    throw fileProblems.tooManyPixels({ megapixels: Math.floor(maxPixels / 1e6) });
  }
}

async function encode(image: Sharp, side: number): Promise<Picture<'image/jpeg'>> {
  const jpeg = within(image, side).toColourspace('srgb').jpeg({ quality: 80 }).timeout(PATIENCE);
  const { data, info } = await readable(jpeg.toBuffer({ resolveWithObject: true }));
  return { bytes: data, type: 'image/jpeg', width: info.width, height: info.height };
}

async function shrink(picture: Picture<string>, side: number): Promise<Picture<'image/webp'>> {
  const webp = within(sharp(picture.bytes), side).webp({ quality: 75 });
  const { data, info } = await webp.toBuffer({ resolveWithObject: true });
  return { bytes: data, type: 'image/webp', width: info.width, height: info.height };
}

function within(image: Sharp, side: number): Sharp {
  return image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

const PATIENCE = { seconds: 20 };

/** The decoder says only in English sentences what it dislikes: the file is at fault, not us. */
async function readable<T>(decoding: Promise<T>): Promise<T> {
  try {
    return await decoding;
  } catch (cause) {
    const problem = fileProblems.damaged();
    problem.cause = cause;
    throw problem;
  }
}
