import { settings } from '../administration/settings-words.ts';
import type { Holding, HoldingsPreview } from '../api/views.ts';
import { words } from '../words.ts';

type Facts = NonNullable<HoldingsPreview['changes'][number]['before']>;

/** Of which class a road is: « départementale, D 12, en agglomération »; empty when nothing is said. */
export const tellClass = ({
  roadClass,
  roadNumber,
  builtUp,
}: Pick<Holding, 'roadClass' | 'roadNumber' | 'builtUp'>): string =>
  [
    roadClass && words.competences.roadClasses[roadClass],
    roadNumber,
    builtUp !== null && words.competences[builtUp ? 'builtUp' : 'notBuiltUp'],
  ]
    .filter(Boolean)
    .join(', ');

/** The same, and whose it is. */
export const tellFacts = (facts: Facts | null): string =>
  facts === null
    ? '–'
    : [tellClass(facts), facts.ownerName && settings.holdings.ownedBy(facts.ownerName)]
        .filter(Boolean)
        .join(', ') || '–';
