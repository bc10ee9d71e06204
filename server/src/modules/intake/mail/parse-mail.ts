import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AddressObject,
  type AttachmentStream,
  type HeaderLines,
  type Headers,
  MailParser,
} from 'mailparser';
import { mendCharset, mendMojibake } from './charsets.ts';
import { htmlToWords } from './html-to-words.ts';

/** A file that came with a mail. */
export interface MailAttachment {
  name: string;
  /** As the mail says; what it is, its bytes tell. */
  declaredType: string;
  content: Buffer;
  /** Shown within the text by the author's program: a logo more often than a photo. */
  inline: boolean;
}

/** A mail, read. Nothing in it is to be believed. */
export interface ParsedMail {
  messageId: string | null;
  from: { address: string; name: string };
  subject: string;
  /** Message-IDs that it answers, the nearest first. */
  references: string[];
  /** Every address that it was sent to, lower case. */
  recipients: string[];
  /** By lower-case name, as sent. */
  headers: Map<string, string>;
  contentType: string;
  hops: number;
  text: string;
  attachments: MailAttachment[];
  /** Files that were too many or too large to be read. */
  leftOut: string[];
}

const MEGABYTE = 1_000_000;
const MAIL_LIMITS = {
  attachments: 30,
  attachmentBytes: 15 * MEGABYTE,
  textLength: 200_000,
  headBytes: 256 * 1024,
  parts: 300,
};
const PATIENCE_MS = 60_000;

/** That a mail cannot be read, whoever is to blame. */
export class UnreadableMail extends Error {
  override name = 'UnreadableMail';
}

/**
 * Reads a mail, within limits: a part more, a header larger, and it is unreadable; a file more or
 * larger, and it is left out.
 *
 * Words whose bytes are not in the charset that the mail declares are read in the one that they are
 * in, where that can be told (UTF-8 or windows-1252).
 *
 * @throws UnreadableMail
 */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const mail = await parse(raw);
  const mended = mendCharset(raw, `${mail.subject}\n${mail.text}`);
  const read = mended ? await parse(mended) : mail;
  const subject = read.subject.includes('\ufffd') ? bareSubject(raw) : read.subject;
  return { ...read, subject: mendMojibake(subject), text: mendMojibake(read.text) };
}

/** A subject whose bytes nobody encoded: windows-1252, since they are not UTF-8. */
function bareSubject(raw: Buffer): string {
  const head = raw.subarray(0, MAIL_LIMITS.headBytes);
  const line = /^subject:([^\r\n]*)/im.exec(new TextDecoder('windows-1252').decode(head))?.[1];
  return withoutNulls(line ?? '')
    .trim()
    .slice(0, 500);
}

async function parse(raw: Buffer): Promise<ParsedMail> {
  const patience = new AbortController();
  try {
    return await Promise.race([
      collect(raw),
      sleep(PATIENCE_MS, undefined, { signal: patience.signal, ref: false }).then(() => {
        throw new UnreadableMail('It took too long');
      }),
    ]);
  } finally {
    patience.abort();
  }
}

async function collect(raw: Buffer): Promise<ParsedMail> {
  const parser = new MailParser({
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
    keepDeliveryStatus: true,
    checksumAlgo: false,
    maxHeadSize: MAIL_LIMITS.headBytes,
    maxChildNodes: MAIL_LIMITS.parts,
  } as ConstructorParameters<typeof MailParser>[0]);
  let headers: Headers = new Map();
  let lines: HeaderLines = [];
  let text = '';
  const attachments: MailAttachment[] = [];
  const leftOut: string[] = [];
  parser.on('headers', (read) => {
    headers = read;
  });
  parser.on('headerLines', (read) => {
    lines = read;
  });
  await new Promise<void>((resolve, reject) => {
    parser.on('error', (cause) => reject(new UnreadableMail('Malformed', { cause })));
    parser.on('end', resolve);
    parser.on('data', (part) => {
      if (part.type === 'text') {
        const plain = (part.text ?? '').slice(0, MAIL_LIMITS.textLength);
        text = plain.trim() === '' && part.html ? htmlToWords(part.html) : plain;
        return;
      }
      keep(part, attachments, leftOut).then(
        () => part.release?.(),
        (cause) => reject(new UnreadableMail('Malformed attachment', { cause })),
      );
    });
    Readable.from(chunksOf(raw)).pipe(parser);
  });
  return { ...readHeaders(headers, lines), text: withoutNulls(text), attachments, leftOut };
}

/** Copies no byte, and leaves the event loop to others between two chunks. */
function* chunksOf(raw: Buffer): Generator<Buffer> {
  const size = 64 * 1024;
  for (let start = 0; start < raw.length; start += size) yield raw.subarray(start, start + size);
  if (raw.length === 0) yield Buffer.from('\r\n');
}

async function keep(
  part: AttachmentStream,
  attachments: MailAttachment[],
  leftOut: string[],
): Promise<void> {
  const name = withoutNulls(part.filename ?? '').slice(0, 200);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of part.content as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAIL_LIMITS.attachmentBytes && attachments.length < MAIL_LIMITS.attachments) {
      chunks.push(chunk);
    } else {
      chunks.length = 0;
    }
  }
  if (chunks.length === 0 && bytes > 0) {
    leftOut.push(name);
  } else if (bytes > 0) {
    attachments.push({
      name,
      declaredType: part.contentType,
      content: Buffer.concat(chunks),
      inline: part.related === true || (part.contentDisposition === 'inline' && Boolean(part.cid)),
    });
  }
}

function readHeaders(headers: Headers, lines: HeaderLines) {
  const raw = new Map<string, string>();
  for (const { key, line } of lines) {
    if (!raw.has(key)) raw.set(key, withoutNulls(line.slice(key.length + 1).trim()));
  }
  const author = addressesOf(headers, 'from')[0] ?? addressesOf(headers, 'sender')[0];
  const subject = headers.get('subject');
  return {
    messageId: idsIn(raw.get('message-id'))[0] ?? null,
    from: {
      address: (author?.address ?? '').toLowerCase().slice(0, 254),
      name: withoutNulls(author?.name ?? '').slice(0, 200),
    },
    subject: withoutNulls(typeof subject === 'string' ? subject : '').slice(0, 500),
    references: [
      ...idsIn(raw.get('in-reply-to')),
      ...idsIn(raw.get('references')).reverse(),
    ].filter((id, index, all) => all.indexOf(id) === index),
    recipients: RECIPIENTS.flatMap((name) => addressesOf(headers, name)).map(({ address }) =>
      address.toLowerCase(),
    ),
    headers: raw,
    contentType: raw.get('content-type') ?? '',
    hops: lines.filter(({ key }) => key === 'received').length,
  };
}

const RECIPIENTS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'];
const MOST_ADDRESSES = 50;

function addressesOf(headers: Headers, name: string): { address: string; name: string }[] {
  const values = [headers.get(name) ?? []].flat();
  return values.slice(0, MOST_ADDRESSES).flatMap((value) => {
    if (typeof value === 'string') return { address: value.replace(/^<|>$/g, ''), name: '' };
    const listed = (value as AddressObject).value ?? [];
    return listed
      .slice(0, MOST_ADDRESSES)
      .flatMap(({ address, name }) => (address ? { address, name } : []));
  });
}

const MOST_IDS = 50;

function idsIn(header: string | undefined): string[] {
  return (header?.slice(0, 10_000).match(/<[^<>\s]{1,250}>/g) ?? []).slice(-MOST_IDS);
}

const withoutNulls = (text: string) => text.replaceAll('\0', '');
