import Type, { type TSchema } from 'typebox';
import { closed } from '../../../platform/http/index.ts';
import { FACT_KINDS, type FactKind, MOST_RESIDENTS, type Points } from '../exposure/weights.ts';
import { Grade } from './parts.ts';

const four = <S extends TSchema>(item: S) => Type.Array(item, { minItems: 4, maxItems: 4 });
const Weight = Type.Object(
  {
    points: Type.Unsafe<Points>(
      Type.Integer({ minimum: 0, maximum: 3, description: '0 : ne compte pas' }),
    ),
    from: Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      minimum: 1,
      maximum: MOST_RESIDENTS,
      description: 'Mètres jusqu’au lieu, ou nombre d’habitants à partir duquel cela compte',
    }),
  },
  closed,
);
const weights = Type.Object(
  Object.fromEntries(FACT_KINDS.map((kind) => [kind, Weight])) as Record<FactKind, typeof Weight>,
  closed,
);
/** By exposure (0 to 3), severity and urgency (1 to 4). */
const grid = { grid: four(four(four(Grade))), weights };
export const PriorityGridInput = Type.Object(grid, { ...closed, title: 'PriorityGridInput' });
export const PriorityGridView = Type.Object(
  { ...grid, version: Type.Integer() },
  { title: 'PriorityGrid' },
);
