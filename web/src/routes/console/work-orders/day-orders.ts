import { api } from '#lib/api/client.ts';
import { ask } from '../api/ask.ts';
import type { WorkOrder } from '../api/views.ts';
import { wholeDay } from './slot.ts';

/** A crew has a few orders a day; a town, some hundreds: enough pages for the largest. */
const MOST_PAGES = 10;

/** The orders of one day, of one crew or of all. @param date `YYYY-MM-DD` */
export async function ordersOfDay(date: string, crewId?: string): Promise<WorkOrder[]> {
  const asked = { ...wholeDay(date), limit: 100, ...(crewId && { crewId }) };
  const orders: WorkOrder[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query: typeof asked & { cursor?: string } = cursor ? { ...asked, cursor } : asked;
    const { items, nextCursor } = await ask(() =>
      api.GET('/api/v1/work-orders', { params: { query } }),
    );
    orders.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return orders.toSorted((a, b) => a.scheduledStart.localeCompare(b.scheduledStart));
}
