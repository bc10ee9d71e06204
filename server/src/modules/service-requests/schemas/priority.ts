import Type, { type TSchema } from 'typebox';
import { closed } from '../../../platform/http/index.ts';
import { Grade } from './parts.ts';

const four = <S extends TSchema>(item: S) => Type.Array(item, { minItems: 4, maxItems: 4 });
/** By exposure (0 to 3), severity and urgency (1 to 4). */
const grid = { grid: four(four(four(Grade))) };
export const PriorityGridInput = Type.Object(grid, { ...closed, title: 'PriorityGridInput' });
export const PriorityGridView = Type.Object(grid, { title: 'PriorityGrid' });
