import { actOfReaction } from '../../platform/events/index.ts';
import { sniffType } from '../../platform/files/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Problem } from '../../platform/problem/index.ts';
import type { InboundAttachment } from './inbound.ts';

/** A file, from whoever sent it. */
export interface Given {
  name: string;
  content: Buffer;
  /** Shown within the words: a logo more often than a photo. */
  inline?: boolean;
}

/** As a form allows. */
const MOST_PHOTOS = 5;
/** A logo, a rule, a pixel that tells that the mail was opened. */
const SMALLEST_PHOTO = 12_000;

/**
 * Keeps the files of a message. Photos are made harmless as those of everyone; whatever else is
 * kept as it is for operators to download: never opened, never unpacked, never shown.
 */
export async function keepAttachments(
  platform: Platform,
  territoryId: string,
  files: readonly Given[],
): Promise<InboundAttachment[]> {
  const kept: InboundAttachment[] = [];
  for (const file of files) {
    if (file.inline && file.content.length < SMALLEST_PHOTO) continue;
    const photos = kept.filter(({ fileId }) => fileId !== null).length;
    const photo = photos < MOST_PHOTOS ? await keepPhoto(platform, territoryId, file) : undefined;
    kept.push(photo ?? (await keepDocument(platform, file)));
  }
  return kept;
}

async function keepPhoto(
  platform: Platform,
  territoryId: string,
  { name, content }: Given,
): Promise<InboundAttachment | undefined> {
  if (!sniffType(content)?.startsWith('image/')) return undefined;
  try {
    const act = actOfReaction(platform, 'intake/keep-attachments', territoryId);
    const { id, type, bytes } = await platform.files.upload(act, content);
    return { id: uuidv7(platform.clock), name, type, bytes, sha256: null, fileId: id };
  } catch (error) {
    // What only looks like a picture is a document like any other.
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

async function keepDocument(
  platform: Platform,
  { name, content }: Given,
): Promise<InboundAttachment> {
  return {
    id: uuidv7(platform.clock),
    name,
    type: sniffType(content) ?? 'application/octet-stream',
    bytes: content.length,
    sha256: await platform.documents.put(content),
    fileId: null,
  };
}
