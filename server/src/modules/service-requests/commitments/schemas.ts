import Type, { type Static } from 'typebox';
import { closed } from '../../../platform/http/index.ts';
import { CLOCK_KINDS } from './clock.ts';
import { SILENCES } from './legal.ts';
import { PROMISE_KINDS } from './promises.ts';
import type { WorkingWeek } from './rules-store.ts';

const NullableText = Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 200 });
const NullableInstant = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  format: 'date-time',
});
const HOLIDAYS = [
  'common',
  'alsace-moselle',
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'reunion',
  'none',
] as const satisfies WorkingWeek['holidays'][];
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' });

export const ClockView = Type.Object(
  {
    kind: Type.Enum([...CLOCK_KINDS]),
    label: Type.String(),
    state: Type.Enum(['running', 'at-risk', 'broken', 'stopped', 'met']),
    dueAt: NullableInstant,
    metAt: NullableInstant,
    late: Type.Boolean({ description: 'Tenu trop tard, ou pas encore' }),
    silence: Type.Unsafe<'acceptance' | 'rejection' | null>({
      type: ['string', 'null'],
      enum: [...SILENCES, null],
    }),
    source: NullableText,
  },
  { title: 'Clock' },
);
export type ClockView = Static<typeof ClockView>;
export const ClockList = Type.Object({ items: Type.Array(ClockView) });

const week = {
  openings: Type.Record(
    Type.String({ pattern: '^[1-7]$' }),
    Type.Array(
      Type.Unsafe<[string, string]>({ type: 'array', items: Time, minItems: 2, maxItems: 2 }),
      {
        maxItems: 6,
      },
    ),
    { maxProperties: 7 },
  ),
  holidays: Type.Enum([...HOLIDAYS]),
};

const rules = {
  week: Type.Object(week, closed),
  promises: Type.Array(
    Type.Object(
      {
        kind: Type.Enum([...PROMISE_KINDS]),
        serviceCode: NullableText,
        serviceGroup: NullableText,
        priority: Type.Unsafe<1 | 2 | 3 | 4 | null>({
          type: ['integer', 'null'],
          enum: [1, 2, 3, 4, null],
        }),
        workingMinutes: Type.Integer({ minimum: 1, maximum: 500_000 }),
      },
      { ...closed, title: 'Commitment' },
    ),
    { maxItems: 500 },
  ),
  procedures: Type.Array(
    Type.Object(
      {
        serviceCode: Type.String({ minLength: 1, maxLength: 80 }),
        silence: Type.Enum([...SILENCES]),
        months: Type.Integer({ minimum: 1, maximum: 24 }),
        source: Type.String({ minLength: 1, maxLength: 200 }),
      },
      { ...closed, title: 'LegalProcedure' },
    ),
    { maxItems: 200 },
  ),
};

export const CommitmentRules = Type.Object(
  {
    version: Type.Integer(),
    ...rules,
    weeks: Type.Array(Type.Object({ ...week, validFrom: Type.String({ format: 'date-time' }) }), {
      description: 'Horaires passés, présents et à venir, du plus ancien au plus récent',
    }),
  },
  { title: 'Commitments' },
);
export type CommitmentRules = Static<typeof CommitmentRules>;

export const SetCommitments = Type.Object(
  {
    ...rules,
    weekFrom: Type.Optional(
      Type.String({
        format: 'date',
        maxLength: 10,
        description: 'Premier jour de ces horaires ; dès maintenant si absent',
      }),
    ),
    reason: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
  },
  { ...closed, title: 'SetCommitments' },
);
export type SetCommitments = Static<typeof SetCommitments>;
