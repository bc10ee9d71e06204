import type { Actor } from '../../platform/acts/index.ts';
import {
  addDays,
  type CivilDate,
  daysBetween,
  isCivilDate,
  PARIS,
  parisDate,
  parisInstant,
  weekdayOf,
} from '../../platform/clock/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { AGES } from './model.ts';
import { organizationsById } from './neighbours.ts';
import { mayReadIndicators, readableOrganizations } from './policy.ts';
import { problems } from './problems.ts';
import type { Overview, OverviewQuery } from './schemas.ts';
import { figuresBy, openByAge, outcomes, type Scope, totals, weeks } from './store.ts';

/** Twelve weeks and the one being lived. */
const USUAL_DAYS = 90;
const LONGEST_DAYS = 5 * 366;

/**
 * What became of requests in a period, of one organization or of all those that the actor sees.
 *
 * @param query - first and last day, both included; the last ninety days by default
 * @throws Problem `forbidden` (403), `impossible-period` (422)
 */
export async function readOverview(
  platform: Platform,
  { territoryId, actor }: { territoryId: string; actor: Actor },
  query: OverviewQuery,
): Promise<Overview> {
  const organizationIds = query.organizationId
    ? [query.organizationId]
    : readableOrganizations(actor);
  ensure(organizationIds.length > 0);
  ensure(organizationIds.every((id) => mayReadIndicators(actor, id)));
  const now = platform.clock.now();
  const { from, to } = periodOf(query, parisDate(now));
  const scope: Scope = {
    territoryId,
    organizationIds,
    from: parisInstant(from),
    to: parisInstant(addDays(to, 1)),
    now,
  };

  const tx = platform.db.read;
  const [sum, byService, byOrganization, byChannel, byWeek, ages, byOutcome, organizations] =
    await Promise.all([
      totals(tx, scope),
      figuresBy<{ serviceCode: string; serviceName: string; serviceGroup: string }>(
        tx,
        scope,
        'service',
      ),
      figuresBy<{ organizationId: string }>(tx, scope, 'organization'),
      figuresBy<{ channel: string }>(tx, scope, 'channel'),
      weeks(tx, scope, PARIS),
      openByAge(tx, scope),
      outcomes(tx, scope),
      organizationsById(platform, tx, territoryId),
    ]);
  const { answered, ...figures } = sum;
  return {
    from,
    to,
    ...figures,
    answeredShare: sum.received === 0 ? null : answered / sum.received,
    byService,
    byWeek: everyWeek(from, to).map(
      (week) => byWeek.find((each) => each.week === week) ?? { week, received: 0, closed: 0 },
    ),
    openByAge: AGES.map((age, index) => ({ ...age, count: ages[index] ?? 0 })),
    byOrganization: byOrganization.map((each) => ({
      ...each,
      name: organizations.get(each.organizationId)?.name ?? '',
    })),
    byChannel,
    byOutcome,
  };
}

function periodOf(query: OverviewQuery, today: CivilDate): { from: CivilDate; to: CivilDate } {
  const to = query.to ?? today;
  ensure(isCivilDate(to), problems.impossiblePeriod);
  const from = query.from ?? addDays(to, -USUAL_DAYS);
  ensure(isCivilDate(from), problems.impossiblePeriod);
  const days = daysBetween(from, to);
  ensure(days >= 0 && days <= LONGEST_DAYS, problems.impossiblePeriod);
  return { from, to };
}

/** The Mondays of the weeks that the period touches: a week without requests is shown too. */
function everyWeek(from: CivilDate, to: CivilDate): CivilDate[] {
  const mondays: CivilDate[] = [];
  for (let day = addDays(from, 1 - weekdayOf(from)); day <= to; day = addDays(day, 7)) {
    mondays.push(day);
  }
  return mondays;
}
