import Type, { type Static } from 'typebox';
import { page, pageQuery } from '../../platform/http/index.ts';
import { CHANNELS, KINDS, OBSTACLES, STATUSES } from './model.ts';

const Instant = Type.String({ format: 'date-time' });

export const MessageView = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    channel: Type.Enum([...CHANNELS]),
    recipient: Type.Enum(['reporter', 'follower']),
    kind: Type.Enum([...KINDS]),
    status: Type.Enum([...STATUSES]),
    subject: Type.String(),
    obstacle: Type.Union([Type.Enum([...OBSTACLES]), Type.Null()]),
    explanation: Type.Union([Type.String(), Type.Null()], {
      description: 'Pourquoi le message n’est pas parti, en clair',
    }),
    createdAt: Instant,
    sentAt: Type.Union([Instant, Type.Null()]),
    attempts: Type.Integer(),
  },
  { title: 'Message' },
);
export type MessageView = Static<typeof MessageView>;

export const MessagePage = page(MessageView);

export const ListQuery = Type.Object({
  ...pageQuery,
  serviceRequestId: Type.String({ format: 'uuid' }),
});
export type ListQuery = Static<typeof ListQuery>;

const Minute = Type.Integer({
  minimum: 0,
  maximum: 1439,
  description: 'Minutes après minuit, heure de Paris',
});
const quietHours = {
  from: Minute,
  to: Minute,
  sundays: Type.Boolean({ description: 'Les dimanches et jours fériés aussi, toute la journée' }),
};
export const QuietHoursInput = Type.Object(quietHours, {
  additionalProperties: false,
  title: 'QuietHoursInput',
});
export const QuietHoursView = Type.Object(
  { ...quietHours, version: Type.Integer() },
  { title: 'QuietHours' },
);

export const DeliveryReportBody = Type.Object(
  {
    reference: Type.String({ maxLength: 100 }),
    status: Type.Enum(['delivered', 'failed']),
    error: Type.Optional(Type.String({ maxLength: 2_000 })),
  },
  { additionalProperties: false, title: 'SmsDeliveryReport' },
);
