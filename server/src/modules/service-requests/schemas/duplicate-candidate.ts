import Type, { type Static } from 'typebox';
import { Id } from '../../../platform/http/index.ts';
import { Nullable } from './parts.ts';
import { RequestSummary } from './summary.ts';

/** A request that may be about the same thing. */
export const DuplicateCandidate = Type.Object(
  {
    request: RequestSummary,
    score: Type.Number({ minimum: 0, maximum: 1 }),
    reason: Type.String({ examples: ['même prestation, à 12 m, il y a 3 jours'] }),
    metres: Type.Integer(),
    past: Type.Boolean({ description: 'Déjà close' }),
    sameCall: Type.Boolean({ description: 'Même personne au même moment : le même appel ?' }),
    merge: Nullable(
      Type.Object(
        { id: Id, intoId: Id, version: Type.Integer() },
        { description: 'La commande `merge` qui les joindrait' },
      ),
    ),
  },
  { title: 'DuplicateCandidate' },
);
export type DuplicateCandidate = Static<typeof DuplicateCandidate>;
