import Type, { type Static } from 'typebox';
import { Id } from '../../platform/http/index.ts';

const Count = Type.Integer({ minimum: 0 });
const Hours = Type.Union([Type.Number({ minimum: 0 }), Type.Null()]);
const Share = Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]);
const Day = Type.String({ format: 'date', maxLength: 10 });

const period = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  organizationId: Type.Optional(Id),
};
export const OverviewQuery = Type.Object(period);
export type OverviewQuery = Static<typeof OverviewQuery>;

export const TableQuery = Type.Object({ ...period, by: Type.Enum(['service', 'organization']) });
export type TableQuery = Static<typeof TableQuery>;

const figures = {
  received: Count,
  closed: Count,
  open: Count,
  late: Type.Integer({ minimum: 0, description: 'Ouvertes, et au-delà du délai promis' }),
  medianHoursToTriage: Hours,
  medianHoursToClose: Hours,
  answeredInTimeShare: Share,
  closedInTimeShare: Share,
  reopened: Count,
  ratings: Type.Integer({ minimum: 0, description: 'Réponses à la question de satisfaction' }),
  satisfied: Count,
  unsatisfied: Count,
  comments: Type.Integer({ minimum: 0, description: 'Réponses accompagnées de mots' }),
};

/** Of requests, never of people: there is no list of agents here, and never will be. */
export const Overview = Type.Object(
  {
    from: Day,
    to: Day,
    ...figures,
    answeredShare: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
      description: 'Part des demandes reçues pendant la période qui sont closes aujourd’hui',
    }),
    byService: Type.Array(
      Type.Object({
        serviceCode: Type.String(),
        serviceName: Type.String(),
        serviceGroup: Type.String(),
        ...figures,
      }),
    ),
    byWeek: Type.Array(
      Type.Object({
        week: Type.String({ format: 'date', description: 'Lundi de la semaine' }),
        received: Count,
        closed: Count,
      }),
    ),
    openByAge: Type.Array(
      Type.Object({
        fromDays: Type.Integer(),
        toDays: Type.Union([Type.Integer(), Type.Null()]),
        count: Count,
      }),
    ),
    byOrganization: Type.Array(
      Type.Object({ organizationId: Id, name: Type.String(), ...figures }),
    ),
    byChannel: Type.Array(Type.Object({ channel: Type.String(), ...figures })),
    byOutcome: Type.Array(
      Type.Object({ outcome: Type.Enum(['done', 'answered', 'rejected']), count: Count }),
    ),
  },
  { title: 'IndicatorsOverview' },
);
export type Overview = Static<typeof Overview>;
