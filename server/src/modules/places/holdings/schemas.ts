import Type from 'typebox';
import { closed, Id, page, pageQuery } from '../../../platform/http/index.ts';
import { ROAD_CLASSES } from '../../organizations/index.ts';
import { HOLDING_KINDS } from './holding.ts';

const facts = {
  roadClass: Type.Union([Type.Enum([...ROAD_CLASSES]), Type.Null()]),
  roadNumber: Type.Union([
    Type.String({ pattern: '^[A-Za-z]{1,3} ?[0-9]{1,5}[A-Za-z]{0,2}[0-9]{0,3}$', maxLength: 20 }),
    Type.Null(),
  ]),
  builtUp: Type.Union([Type.Boolean(), Type.Null()]),
  ownerCode: Type.Union([
    Type.String({ minLength: 1, maxLength: 200, description: 'Code INSEE, SIREN, État ou Privé' }),
    Type.Null(),
  ]),
};
const Facts = Type.Object(facts, { title: 'HoldingFacts', ...closed });

/** Why: a deliberation, a deed. Goes into the log. */
const Why = Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' });

export const HoldingsQuery = Type.Object({
  ...pageQuery,
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Un nom, ou une partie' })),
});

const HoldingView = Type.Object(
  {
    id: Id,
    kind: Type.Enum([...HOLDING_KINDS]),
    name: Type.String(),
    communeCode: Type.String(),
    communeName: Type.String(),
    ...facts,
    roadNumber: Type.Union([Type.String(), Type.Null()]),
    ownerName: Type.Union([Type.String(), Type.Null()]),
    placed: Type.Boolean({ description: 'Par son tracé ou son lieu ; sinon par son nom' }),
    corrected: Type.Boolean({
      description: 'Écrit par une personne : le fichier suivant le laisse',
    }),
    version: Type.Integer(),
    changedAt: Type.String({ format: 'date-time' }),
  },
  { title: 'Holding' },
);
export const Holdings = page(HoldingView);

export const AddHoldingBody = Type.Object(
  {
    area: Type.Object({ kind: Type.Enum(['street', 'park']), id: Id }, closed),
    facts: Facts,
    why: Why,
  },
  { title: 'AddHolding', ...closed },
);
export const CorrectHoldingBody = Type.Object(
  { facts: Facts, why: Why },
  { title: 'CorrectHolding', ...closed },
);
export const RemoveHoldingBody = Type.Object({ why: Why }, { title: 'RemoveHolding', ...closed });

export const HoldingVersion = Type.Object(
  { id: Id, version: Type.Integer() },
  { title: 'HoldingVersion' },
);

const count = Type.Integer({ minimum: 0 });
const counts = {
  streets: count,
  assets: count,
  added: count,
  changed: count,
  removed: count,
  kept: count,
};
export const ImportedHoldingsView = Type.Object(counts, { title: 'ImportedHoldings' });

const Said = Type.Union([
  Type.Object({
    ...facts,
    roadNumber: Type.Union([Type.String(), Type.Null()]),
    ownerName: Type.Union([Type.String(), Type.Null()]),
  }),
  Type.Null(),
]);
export const HoldingsPreviewView = Type.Object(
  {
    ...counts,
    communeNames: Type.Array(Type.String()),
    changes: Type.Array(
      Type.Object({
        kind: Type.Enum([...HOLDING_KINDS]),
        name: Type.String(),
        communeName: Type.String(),
        before: Said,
        after: Said,
      }),
      { description: 'Les retraits, puis les changements, puis les ajouts ; 200 au plus' },
    ),
    others: Type.Integer({ minimum: 0, description: 'Ce qui n’est pas dans la liste' }),
  },
  { title: 'HoldingsPreview' },
);
