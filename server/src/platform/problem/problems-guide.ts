import type { ProblemCatalogue, ProblemKind } from './define-problems.ts';

/**
 * Every problem of the given catalogues, by type.
 *
 * @throws Error when two share one type
 */
export function collectProblems(catalogues: readonly ProblemCatalogue[]): ProblemKind[] {
  const problems = catalogues.flatMap((catalogue) => Object.values(catalogue));
  problems.sort((a, b) => (a.type < b.type ? -1 : 1));
  for (const [i, { type }] of problems.entries()) {
    if (problems[i + 1]?.type === type) throw new Error(`Two problems are named ${type}`);
  }
  return problems;
}

/** The page `docs/guide/problems.md`, whole, from what {@link collectProblems} gathered. */
export function problemsGuide(problems: readonly ProblemKind[]): string {
  const rows = problems.map(
    ({ type, status, title, detail }) =>
      `| \`${type}\` | ${status} | ${title.fr} | ${detail?.fr ?? ''} | ${title.en} |`,
  );
  return [
    ...PREAMBLE,
    '| type | statut | titre | détail | in English |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const PREAMBLE = [
  '# Les problèmes que l’API peut répondre',
  '',
  'Chaque refus est un document `application/problem+json` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) :',
  'un `type` stable, un `status`, un `title` et, s’il y a plus à dire, un `detail`.',
  'Un programme se fie au `type` ; les phrases sont pour les personnes, en français,',
  'ou en anglais si `Accept-Language` le préfère.',
  'Un champ à corriger est désigné dans `errors` par son `pointer` (RFC 6901).',
  'Les mots entre accolades sont remplacés par les membres de même nom.',
  '',
  '<!-- Page engendrée par les catalogues problems.ts : un test refuse tout écart. -->',
  '',
];
