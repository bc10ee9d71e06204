import type { RoadClass } from '../modules/organizations/index.ts';
import { type HoldingsPreview, importHoldings, previewHoldings } from '../modules/places/index.ts';
import type { Platform } from '../platform/platform.ts';
import { inWords } from './in-words.ts';
import { takeInFile } from './official-file.ts';

/**
 * Imports the class of streets and the owner of streets and assets (CSV or GeoJSON), whole or not at all.
 *
 * @returns what was done, in French
 * @throws CommandError with every fault and its line when the file is refused
 */
export function importHoldingsFile(platform: Platform, path: string): Promise<string> {
  return takeInFile(platform, path, async (act, text) =>
    summary(await importHoldings(platform, act, text)),
  );
}

/**
 * What such a file would do, without doing anything.
 *
 * @returns each change on a line, then how many, in French
 * @throws CommandError with every fault and its line when the file would be refused
 */
export function previewHoldingsFile(platform: Platform, path: string): Promise<string> {
  return takeInFile(platform, path, async (act, text) => {
    const preview = await previewHoldings(platform, act, text);
    const changes = preview.changes.map(tellChange);
    if (preview.others > 0) changes.push(`et ${preview.others.toLocaleString('fr-FR')} autres`);
    const lines = changes.map((line) => `  ${line}\n`).join('');
    return `${lines}${summary(preview)}\nRien n’a été changé : c’était un essai.`;
  });
}

type Counts = Awaited<ReturnType<typeof importHoldings>>;

function summary({ streets, assets, added, changed, removed, kept }: Counts): string {
  const read = `${inWords(streets, 'voie lue', 'voies lues')}, ${inWords(assets, 'équipement lu', 'équipements lus')}`;
  const done = `${inWords(added, 'ajout', 'ajouts')}, ${inWords(changed, 'changement', 'changements')}, ${inWords(removed, 'retrait', 'retraits')}`;
  const left =
    kept > 0
      ? ` ${inWords(kept, 'correction à la main gardée', 'corrections à la main gardées')}.`
      : '';
  return `${read} : ${done}.${left}`;
}

type Change = HoldingsPreview['changes'][number];

function tellChange({ name, communeName, before, after }: Change): string {
  const what = `${name || 'sans nom'} (${communeName})`;
  if (!after) return `retrait : ${what}, ${tellFacts(before)}`;
  if (!before) return `ajout : ${what}, ${tellFacts(after)}`;
  return `changement : ${what}, ${tellFacts(before)} → ${tellFacts(after)}`;
}

function tellFacts(facts: Change['before']): string {
  const { roadClass = null, roadNumber = null, builtUp = null, ownerName = null } = facts ?? {};
  return [
    roadClass && CLASSES[roadClass],
    roadNumber,
    builtUp !== null && (builtUp ? 'en agglomération' : 'hors agglomération'),
    ownerName && `à ${ownerName}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const CLASSES: Record<RoadClass, string> = {
  national: 'nationale',
  departmental: 'départementale',
  metropolitan: 'métropolitaine',
  communal: 'communale',
  private: 'privée',
};
