import Type, { type Static } from 'typebox';
import { closed } from '../../platform/http/index.ts';
import { FREQUENCIES } from './follower.ts';

const asked = {
  address: Type.String({
    minLength: 3,
    maxLength: 254,
    description: 'Une adresse électronique, ou un numéro de mobile',
  }),
  language: Type.Optional(Type.Enum(['fr', 'en'])),
  plain: Type.Optional(
    Type.Boolean({ description: 'En français facile à lire et à comprendre (FALC)' }),
  ),
};

export const FollowBody = Type.Object(asked, { ...closed, title: 'Follow' });

const frequency = Type.Enum([...FREQUENCIES], {
  description: 'Aussitôt, chaque matin, ou chaque lundi matin ; rien quand rien ne s’est passé',
});

export const FollowAreaBody = Type.Object(
  { ...asked, frequency },
  { ...closed, title: 'FollowArea' },
);

export const FrequencyBody = Type.Object({ frequency }, { ...closed, title: 'Frequency' });

export const KeyParams = Type.Object({ key: Type.String({ minLength: 1, maxLength: 40 }) });

export const FollowerView = Type.Object(
  {
    key: Type.String(),
    kind: Type.Enum(['request', 'street', 'park', 'commune']),
    /** What is followed, in words. */
    subject: Type.String(),
    place: Type.String(),
    areaId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
    frequency: Type.Unsafe<(typeof FREQUENCIES)[number] | null>({
      type: ['string', 'null'],
      enum: [...FREQUENCIES, null],
    }),
    channel: Type.Enum(['email', 'sms']),
    confirmed: Type.Boolean(),
  },
  { title: 'Follower' },
);
export type FollowerView = Static<typeof FollowerView>;
