import { addDays, parisDate, parisInstant } from '../../platform/clock/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import type { Reader } from './list-work-orders.ts';
import { type Crew, crewsOf, findCrew } from './neighbours.ts';
import { mayReadOrganization } from './policy.ts';
import { presentAll } from './present.ts';
import { problems } from './problems.ts';
import type { FieldDayQuery, FieldDayView, WorkOrderView } from './schemas.ts';
import { listCrewDay } from './store.ts';

/** More than a crew can do in a day, overdue included. */
const MOST_ORDERS = 200;

/**
 * What a crew has before it: the jobs still waiting from earlier days, then those of the day.
 *
 * Jobs of earlier days belong to the day that is being lived, and to no other: on Friday's page
 * one does not want what Tuesday may still do.
 *
 * @param query - by default today, and the first of the reader's crews
 */
export async function openFieldDay(
  platform: Platform,
  reader: Reader,
  query: FieldDayQuery,
): Promise<FieldDayView> {
  const tx = platform.db.read;
  const own = await crewsOf(tx, reader);
  const crew = await chooseCrew(platform, reader, own, query.crewId);
  const today = parisDate(platform.clock.now());
  const date = query.date ?? today;
  const from = parisInstant(date);
  const to = parisInstant(addDays(date, 1));
  const orders = await listCrewDay(
    tx,
    reader.territoryId,
    crew.id,
    { from, to, overdueBefore: date === today ? from : null },
    MOST_ORDERS,
  );
  const views = await presentAll(tx, reader, orders);
  return {
    date,
    crew: named(crew),
    crews: own.map(named),
    items: orders.map((order) => views.get(order.id) as WorkOrderView),
  };
}

async function chooseCrew(
  platform: Platform,
  reader: Reader,
  own: Crew[],
  crewId: string | undefined,
): Promise<Crew> {
  const crew = crewId === undefined ? own[0] : own.find(({ id }) => id === crewId);
  if (crew) return crew;
  ensure(crewId !== undefined, problems.noCrew);
  const other = await findCrew(platform.db.read, reader.territoryId, crewId);
  ensure(other && mayReadOrganization(reader.actor, other.organizationId));
  return other;
}

const named = ({ id, name }: Crew) => ({ id, name });
