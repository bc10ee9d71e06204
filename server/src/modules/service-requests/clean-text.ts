/**
 * Text from outside as we keep it: composed (NFC), with plain line ends, without the control
 * characters that no keyboard types. Emoji, right-to-left scripts and markup are text like any
 * other; the screens that show it never interpret it.
 */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();
}

/** The same, on one line: a name, an address. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** C0 and C1 controls but tab and line feed, and those that reorder the text around them. */
const CONTROL = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;
