import { findContacts } from './find-contacts.ts';
import { findHealth } from './find-health.ts';
import { findHomes } from './find-homes.ts';
import { findNames } from './find-names.ts';
import { findNumbers } from './find-numbers.ts';
import { type Kind, LABELS, type Span, untangle } from './span.ts';

export interface MaskOptions {
  /** Whether these words name a street or a place here: those stay. Nothing is one unless said. */
  isPlace?: ((name: string) => boolean) | undefined;
  /** Names of the people who are known to be behind the text: the one who reported. */
  knownNames?: readonly string[] | undefined;
}

export interface Masked {
  text: string;
  /** What was masked, each kind once, in the order of the text. */
  kinds: Kind[];
}

/**
 * A text as everyone may read it: what names, reaches or describes a person is replaced by a word
 * that says what stood there (« [nom] », « [téléphone] »).
 *
 * A rule-based reader of French, deterministic and explainable; it errs on the side of masking, and
 * a person reads what it left before it is published, unless the territory decided otherwise. Its
 * precision and recall are measured by `mask.test.ts`.
 */
export function maskPersonalData(text: string, options: MaskOptions = {}): Masked {
  const spans = findPersonalData(text, options);
  let masked = '';
  let at = 0;
  for (const { start, end, kind } of spans) {
    masked += text.slice(at, start) + LABELS[kind];
    at = end;
  }
  return { text: masked + text.slice(at), kinds: [...new Set(spans.map(({ kind }) => kind))] };
}

/** The passages of a text that are about a person, in its order, none over another. */
export function findPersonalData(
  text: string,
  { isPlace = () => false, knownNames = [] }: MaskOptions = {},
): Span[] {
  const exact = untangle([...findContacts(text), ...findNumbers(text), ...findHomes(text)]);
  const names = findNames(text, { isPlace, known: knownNames }).filter(
    (name) => !exact.some((span) => name.start < span.end && span.start < name.end),
  );
  const found = [...exact, ...names];
  return untangle([...found, ...findHealth(text, found)]);
}
