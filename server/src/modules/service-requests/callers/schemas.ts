import Type, { type Static } from 'typebox';
import { RequestSummary } from '../schemas.ts';

export const CallerQuery = Type.Object(
  {
    phone: Type.Optional(Type.String({ maxLength: 30 })),
    email: Type.Optional(Type.String({ maxLength: 254 })),
  },
  { additionalProperties: false },
);
export type CallerQuery = Static<typeof CallerQuery>;

const CallerRequest = Type.Object(
  { ...RequestSummary.properties, mayComment: Type.Boolean() },
  { title: 'CallerRequest' },
);
export type CallerRequest = Static<typeof CallerRequest>;

export const CallerRequests = Type.Object({ items: Type.Array(CallerRequest) });
