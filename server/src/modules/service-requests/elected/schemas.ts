import Type from 'typebox';
import { Id } from '../../../platform/http/index.ts';
import { STATUSES } from '../model.ts';

const Instant = Type.String({ format: 'date-time' });
const NullableInstant = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  format: 'date-time',
});
const Request = Type.Object(
  {
    id: Id,
    serviceName: Type.String(),
    address: Type.String(),
    status: Type.Enum([...STATUSES]),
    statusLabel: Type.String(),
    priority: Type.Integer({ minimum: 1, maximum: 4 }),
    reason: Type.String(),
    receivedAt: Instant,
    plannedFor: NullableInstant,
  },
  { title: 'AreaRequest' },
);

export const AreaQuery = Type.Object({
  communeId: Type.Optional(Id),
  street: Type.Optional(Type.String({ maxLength: 200 })),
});
export const AreaView = Type.Object(
  {
    communes: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    since: Instant,
    counts: Type.Object({
      received: Type.Integer(),
      open: Type.Integer(),
      planned: Type.Integer(),
      done: Type.Integer(),
    }),
    first: Type.Array(Request, { description: 'À décider en premier, avec la raison' }),
    planned: Type.Array(Request),
    summaries: Type.Array(
      Type.Object({
        street: Type.String(),
        subject: Type.String(),
        total: Type.Integer(),
        done: Type.Integer(),
        days: Type.Unsafe<number | null>({ type: ['number', 'null'] }),
        planned: Type.Integer(),
        waiting: Type.Integer(),
        text: Type.String(),
      }),
    ),
  },
  { title: 'Area' },
);
