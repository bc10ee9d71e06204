import { findAll, type Span } from './span.ts';

const SEPARATOR = '[\\s.\\-/_,·]{0,3}';
/** Ten French digits as people write them (« 06.12.34.56.78 », « O6 12 345 678 », « 0 612 … »). */
const NATIONAL = `[0Oo]${SEPARATOR}[1-9](?:${SEPARATOR}\\d){8}`;
/** ITU-T E.123: `+33 6 12 34 56 78`, and its written variants `0033`, `(+33) (0)6`. */
const INTERNATIONAL = `(?:\\(?\\+|00)${SEPARATOR}(?:33\\)?(?:${SEPARATOR}\\(?0\\)?)?${SEPARATOR}[1-9](?:${SEPARATOR}\\d){8}|(?:1|2\\d{1,2}|3[0-24-9]\\d?|4\\d{1,2})\\)?(?:${SEPARATOR}\\d){7,11})`;
const PHONE = new RegExp(`(?<![\\p{L}\\d])(?:${INTERNATIONAL}|${NATIONAL})(?!\\d)`, 'gu');

const DIGIT_WORDS =
  'z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|et';
/** « zéro six, douze, trente-quatre… »: as one says it on the telephone. */
const SPOKEN = new RegExp(
  `(?<!\\p{L})z[ée]ro[\\s,.-]+(?:(?:${DIGIT_WORDS})s?[\\s,.-]+){3,}(?:${DIGIT_WORDS})s?(?!\\p{L})`,
  'giu',
);

const AT = '\\s*(?:@|\\(at\\)|\\[at\\]|\\s(?:arobase|arrobase|at)\\s)\\s*';
const DOT = '\\s*(?:\\.|\\(dot\\)|\\(point\\)|\\[point\\]|\\spoint\\s)\\s*';
const MAIL =
  /(?<![\p{L}\d._%+'-])[\p{L}\d._%+'-]{1,64}\s?@\s?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/giu;
const MAIL_IN_WORDS = new RegExp(
  `(?<![\\p{L}\\d_%+-])[\\p{L}\\d_%+-]{1,64}(?:(?:\\.|\\spoint\\s)[\\p{L}\\d_%+-]{1,64}){0,3}${AT}[\\p{L}\\d-]{2,63}${DOT}(?:fr|com|net|org|eu|info|be|ch)(?!\\p{L})`,
  'giu',
);

/** An address on the web, with or without its scheme. */
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>«»"')]+|(?<![@\p{L}\d.])[a-z\d-]+\.(?:com|fr|me|net|be)\/[^\s<>«»"')]+/giu;
const SOCIAL_HOST =
  /(?:facebook|fb|instagram|tiktok|twitter|x|linkedin|snapchat|youtube|threads|t|wa|discord|vinted|leboncoin)\.(?:com|me|gg|fr|net)\//i;
/** A path or a question that points at one person: a profile, an account, a message, a token. */
const PERSONAL =
  /\/(?:u|user|users|profil|profile|profiles|membre|member|compte|account|in|~[\w-]+|@[\w.-]+)(?:\/|$|\?)|[?&][\w-]*(?:id|user|uid|mail|email|token|key|code|login|nom|name|tel)[\w-]*=/i;

/** `@pseudo`, and a pseudonym that its network announces (« insta : leo.du69 »). */
const HANDLE = /(?<![\p{L}\d@._-])@[\p{L}\d_](?:[\p{L}\d_.-]*[\p{L}\d_])?/gu;
const ANNOUNCED =
  /(?<!\p{L})(?:insta(?:gram)?|snap(?:chat)?|tik\s?tok|twitter|facebook|fb|messenger|telegram|discord|pseudo)\s*(?::|=|\s(?:est|c['’]est)\s)\s*([\p{L}\d_.#-]{3,}[\p{L}\d_])/dgiu;

/** Ways to reach or to find a person. */
export function findContacts(text: string): Span[] {
  return [
    ...findAll(text, 'phone', PHONE),
    ...findAll(text, 'phone', SPOKEN),
    ...findAll(text, 'email', MAIL),
    ...findAll(text, 'email', MAIL_IN_WORDS),
    ...findAll(text, 'link', LINK, (url) => SOCIAL_HOST.test(url) || PERSONAL.test(url)),
    ...findAll(text, 'account', HANDLE, (handle) => handle.length > 3),
    ...findAll(text, 'account', ANNOUNCED),
  ];
}
