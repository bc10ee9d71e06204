import Type from 'typebox';
import { Id } from '../../../platform/http/index.ts';
import { STATUSES } from '../model.ts';
import { RESIDENT_MARKS, type ResidentMark } from '../resident-mark.ts';
import { Instant } from './parts.ts';

const statusList = STATUSES.join('|');
export const BBOX = '^-?\\d{1,3}(\\.\\d+)?(,-?\\d{1,3}(\\.\\d+)?){3}$';

export const filters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  status: Type.Optional(
    Type.String({
      pattern: `^(${statusList})(,(${statusList}))*$`,
      maxLength: 100,
      examples: ['received,triaged'],
    }),
  ),
  serviceCode: Type.Optional(Type.String({ maxLength: 80 })),
  serviceGroup: Type.Optional(Type.String({ maxLength: 200 })),
  organizationId: Type.Optional(Id),
  communeId: Type.Optional(Id),
  minSeverity: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
  bbox: Type.Optional(
    Type.String({ pattern: BBOX, maxLength: 100, description: 'ouest,sud,est,nord en degrés' }),
  ),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  workOrder: Type.Optional(Type.Boolean({ description: 'Avec ou sans intervention' })),
  assignment: Type.Optional(
    Type.Enum(['certain', 'unclear'], { description: 'Les demandes sûres, ou celles à orienter' }),
  ),
  due: Type.Optional(
    Type.Enum(['late', 'soon'], { description: 'En retard, ou à finir dans les deux jours' }),
  ),
  resident: Type.Optional(
    Type.Enum(Object.keys(RESIDENT_MARKS) as ResidentMark[], {
      description:
        'Celles où l’on attend l’usager (`awaited`), qu’il conteste (`disputed`), où il a écrit depuis (`wrote`)',
    }),
  ),
};
