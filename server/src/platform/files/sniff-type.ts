/** The content types that we recognise, whether we accept them or not. */
export type SniffedType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/gif'
  | 'image/heic'
  | 'image/avif'
  | 'application/pdf';

/**
 * What a file is by its first bytes, whatever its name or sender says.
 *
 * Source: WHATWG MIME Sniffing §6.1; ISO/IEC 14496-12 §4.3 (`ftyp`) for HEIC and AVIF.
 */
export function sniffType(bytes: Uint8Array): SniffedType | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^RIFF....WEBP/s.test(head)) return 'image/webp';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (/^....ftyp(heic|heix|heim|heis|hevc|mif1|msf1)/s.test(head)) return 'image/heic';
  if (/^....ftypavi[fs]/s.test(head)) return 'image/avif';
  if (head.startsWith('%PDF-')) return 'application/pdf';
  return undefined;
}
