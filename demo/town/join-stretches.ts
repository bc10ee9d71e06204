import type { Vec } from '../core/plane.ts';
import type { NamedStretch } from './name-streets.ts';

/** A street, or the part of it between two changes of name, owner, commune or kind. */
export type Street = Omit<NamedStretch, 'from' | 'to' | 'street'>;

/** Joins stretches that follow each other and have all in common: a long name needs a long line. */
export function joinStretches(stretches: readonly NamedStretch[]): Street[] {
  const streets: Street[] = [];
  let last: NamedStretch | undefined;
  let line: Vec[] = [];
  for (const stretch of stretches) {
    if (last && goesOn(last, stretch)) {
      line.push(...stretch.line.slice(1));
    } else {
      line = [...stretch.line];
      const { from, to, street, ...facts } = stretch;
      streets.push({ ...facts, line });
    }
    last = stretch;
  }
  return streets;
}

const goesOn = (a: NamedStretch, b: NamedStretch): boolean =>
  a.to === b.from &&
  a.street === b.street &&
  a.name === b.name &&
  a.commune === b.commune &&
  a.builtUp === b.builtUp &&
  a.bridge === b.bridge &&
  a.roadClass === b.roadClass;
