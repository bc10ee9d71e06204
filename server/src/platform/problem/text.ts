/** A sentence for people, in French and in English. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

export type Language = keyof Text;

/**
 * The language that a reader prefers: French, unless `Accept-Language` ranks English above it.
 *
 * Source: RFC 9110 §12.5.4; a malformed header is read as absent.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  return weightOf('en', acceptLanguage) > weightOf('fr', acceptLanguage) ? 'en' : 'fr';
}

function weightOf(language: Language, acceptLanguage = ''): number {
  let weight = 0;
  for (const range of acceptLanguage.slice(0, 500).toLowerCase().split(',')) {
    const [tag = '', quality = 'q=1'] = range.split(';').map((part) => part.trim());
    const q = /^q=([01](?:\.\d{0,3})?)$/.exec(quality)?.[1];
    if (q !== undefined && tag.split('-')[0] === language) weight = Math.max(weight, Number(q));
  }
  return weight;
}

/** Replaces every {@link Text} inside a plain value by its sentence in one language. */
export function localize(value: unknown, language: Language): unknown {
  if (isText(value)) return value[language];
  if (Array.isArray(value)) return value.map((item) => localize(item, language));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, localize(member, language)]),
  );
}

export function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const { fr, en, ...rest } = value as Record<string, unknown>;
  return typeof fr === 'string' && typeof en === 'string' && Object.keys(rest).length === 0;
}
