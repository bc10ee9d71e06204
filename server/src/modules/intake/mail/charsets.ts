const REPLACEMENT = '\ufffd';

/**
 * The same mail, saying that its words are in windows-1252, when those read under the charset that it
 * declares are not words: old programs still declare UTF-8, or nothing, and write ISO-8859-1.
 *
 * @param words - its words as they were read
 * @returns `undefined` when nothing is to be mended
 */
export function mendCharset(raw: Buffer, words: string): Buffer | undefined {
  if (!words.includes(REPLACEMENT)) return undefined;
  // latin1 keeps each byte: only the declarations change.
  const text = raw.toString('latin1');
  const declared = text.replace(/charset\s?=\s?"?(?:utf-?8|us-ascii|unknown[\w-]*)"?/gi, WINDOWS);
  const mended = declared === text ? declare(text) : declared;
  return mended === text ? undefined : Buffer.from(mended, 'latin1');
}

const WINDOWS = 'charset=windows-1252';

/** For a mail of one part that says nothing of its charset. */
function declare(text: string): string {
  const end = /\r?\n\r?\n/.exec(text)?.index ?? 0;
  const head = text.slice(0, end);
  if (/^content-type:/im.test(head)) {
    return (
      head.replace(
        /^content-type:\s*text\/plain[^\r\n]*/im,
        `Content-Type: text/plain; ${WINDOWS}`,
      ) + text.slice(end)
    );
  }
  return `Content-Type: text/plain; ${WINDOWS}\r\nContent-Transfer-Encoding: 8bit\r\n${text}`;
}

/** Two or more UTF-8 bytes read as windows-1252: « Ã© » for « é », « â€™ » for « ’ ». */
const MOJIBAKE = /[Â-ô][\u0080-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]/;

/** Undoes UTF-8 that was declared, and read, as ISO-8859-1 or windows-1252. */
export function mendMojibake(text: string): string {
  if (!MOJIBAKE.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : BYTE_OF.get(text[at] as string);
    if (byte === undefined) return text;
    bytes[at] = byte;
  }
  try {
    return strict.decode(bytes);
  } catch {
    return text;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BYTE_OF = new Map(
  Array.from({ length: 32 }, (_, index) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + index)),
    0x80 + index,
  ]),
);
