import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { readable } from './list-inbound.ts';
import { parseMail, UnreadableMail } from './mail/parse-mail.ts';

/** Something to download, never to show. */
export interface Document {
  name: string;
  type: string;
  content: Buffer;
}

/** The mail as it came, byte for byte. @throws Problem `not-found` (404) */
export async function readRaw(platform: Platform, act: Act, id: string): Promise<Document> {
  const { message } = await readable(platform, act.territoryId, act.actor, id);
  return {
    name: `message-${id}.eml`,
    type: 'application/octet-stream',
    content: await contentOf(platform, message.rawSha256),
  };
}

/** A file that came with a message. @throws Problem `not-found` (404) */
export async function readAttachment(
  platform: Platform,
  act: Act,
  id: string,
  attachmentId: string,
): Promise<Document> {
  const { attachments } = await readable(platform, act.territoryId, act.actor, id);
  const attachment = attachments.find((one) => one.id === attachmentId);
  ensure(attachment, commonProblems.notFound);
  const content = await contentOf(platform, attachment.sha256);
  return { name: attachment.name || 'document', type: attachment.type, content };
}

/** What a mail said before anything was cut, as text that nothing interprets. */
export async function readWhole(platform: Platform, act: Act, id: string) {
  const { content } = await readRaw(platform, act, id);
  try {
    const { headers, text } = await parseMail(content);
    const shown = SHOWN.flatMap((name) => {
      const value = headers.get(name)?.slice(0, 1_000);
      return value === undefined ? [] : { name, value };
    });
    return { headers: shown, text, readable: true };
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
    return { headers: [], text: content.subarray(0, 20_000).toString('latin1'), readable: false };
  }
}

const SHOWN = [
  'from',
  'to',
  'cc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'auto-submitted',
];

async function contentOf(platform: Platform, sha256: string | null): Promise<Buffer> {
  const content = sha256 ? await platform.documents.get(sha256) : undefined;
  ensure(content, commonProblems.notFound);
  return content;
}
