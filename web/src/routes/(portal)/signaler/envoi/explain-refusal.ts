import { explain, type Problem } from '#lib/api/problem.ts';
import type { Lang } from '#lib/i18n/lang.ts';

export type FieldName =
  | 'description'
  | 'photos'
  | 'nom'
  | 'courriel'
  | 'telephone'
  | 'adressePostale';

/** Why the form comes back: a fault that the catalogue words, or the API's own sentence. */
export type Refusal = { field: FieldName | null } & (
  | { fault: 'tooLong' | 'emailWrong' | 'phoneWrong' | 'photosTooMany' | 'alreadySent' }
  | { fault: 'photoRefused'; name: string; message: string }
  | { fault: 'said'; message: string }
);

const FIELDS: [pattern: RegExp, field: FieldName][] = [
  [/\/contact\/email/, 'courriel'],
  [/\/contact\/phone/, 'telephone'],
  [/\/contact\/name/, 'nom'],
  [/\/contact\/postalAddress/, 'adressePostale'],
  [/\/photoIds/, 'photos'],
  [/\/description/, 'description'],
];

/** What to show for the API's refusal: beside the fields it names, else on top of the form. */
export function explainRefusal(
  { status, problem }: { status: number; problem: Problem | null },
  lang: Lang,
): Refusal[] {
  if (problem?.type.endsWith('/idempotency-key-reused')) {
    return [{ field: null, fault: 'alreadySent' }];
  }
  const named = (problem?.errors ?? []).map(({ pointer, detail }): Refusal => {
    const field = FIELDS.find(([pattern]) => pattern.test(pointer))?.[1] ?? null;
    return { field, fault: 'said', message: detail };
  });
  if (named.length > 0) return named;
  return [{ field: null, fault: 'said', message: explain(status, problem, lang) }];
}
