/** What a masked passage said; each has its word in the public copy ({@link LABELS}). */
export const KINDS = [
  'name',
  'phone',
  'email',
  'plate',
  'account',
  'link',
  'iban',
  'card',
  'social-security',
  'home',
  'birth',
  'health',
  'code',
] as const;
export type Kind = (typeof KINDS)[number];

/** A passage that names or describes a person; `end` is exclusive, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
  kind: Kind;
}

/** What readers see in the place of the passage. */
export const LABELS: Record<Kind, string> = {
  name: '[nom]',
  phone: '[téléphone]',
  email: '[courriel]',
  plate: '[plaque]',
  account: '[compte]',
  link: '[lien]',
  iban: '[IBAN]',
  card: '[carte bancaire]',
  'social-security': '[numéro de sécurité sociale]',
  home: '[domicile]',
  birth: '[date de naissance]',
  health: '[santé]',
  code: '[code de suivi]',
};

/**
 * The passages that an expression finds.
 *
 * @param expression - global, with the flag `d` when it has a group: the group is the passage
 * @param keep - refuses what only looks like one
 */
export function findAll(
  text: string,
  kind: Kind,
  expression: RegExp,
  keep: (found: string, match: RegExpMatchArray) => boolean = () => true,
): Span[] {
  return [...text.matchAll(expression)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
    const found = text.slice(start, end);
    return found !== '' && keep(found, match) ? [{ start, end, kind }] : [];
  });
}

/** Spans in the order of the text, none over another: the one that begins first, then the longest. */
export function untangle(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push({ ...span });
    else if (span.end > last.end) last.end = span.end;
  }
  return kept;
}
