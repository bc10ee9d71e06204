import type { Crew, WorkOrder } from '../api/views.ts';
import { minutesOfDay } from '../time/civil-time.ts';

/** Where an order stands on its lane. */
export interface Block {
  order: WorkOrder;
  /** Share of the day shown at which it starts, and that it takes: 0 to 1. */
  start: number;
  span: number;
  /** 0 for the first line of the lane; orders that overlap stand one under the other. */
  line: number;
}

export interface Lane {
  crew: { id: string; name: string };
  blocks: Block[];
  lines: number;
}

/** From when to when the day is drawn, in hours; wider when work begins earlier or ends later. */
export interface Hours {
  first: number;
  last: number;
}

const USUAL: Hours = { first: 7, last: 18 };

export function hoursOf(orders: readonly WorkOrder[]): Hours {
  const starts = orders.map((order) => Math.floor(minutesOfDay(order.scheduledStart) / 60));
  const ends = orders.map((order) => Math.min(24, Math.ceil(endOf(order) / 60)));
  return { first: Math.min(USUAL.first, ...starts), last: Math.max(USUAL.last, ...ends) };
}

/** One lane a crew, those without work too: an empty lane is what a dispatcher looks for. */
export function lanesOf(
  crews: readonly Pick<Crew, 'id' | 'name'>[],
  orders: readonly WorkOrder[],
  { first, last }: Hours,
): Lane[] {
  const length = (last - first) * 60;
  const known = new Map(crews.map(({ id, name }) => [id, { id, name }]));
  for (const { crew } of orders) if (!known.has(crew.id)) known.set(crew.id, crew);
  return [...known.values()].map((crew) => {
    const ends: number[] = [];
    const blocks = orders
      .filter((order) => order.crew.id === crew.id)
      .map((order) => {
        const start = minutesOfDay(order.scheduledStart);
        const end = endOf(order);
        const free = ends.findIndex((taken) => taken <= start);
        const line = free === -1 ? ends.length : free;
        ends[line] = end;
        return { order, start: (start - first * 60) / length, span: (end - start) / length, line };
      });
    return { crew, blocks, lines: Math.max(1, ends.length) };
  });
}

const endOf = ({ scheduledStart, estimatedMinutes }: WorkOrder) =>
  Math.min(24 * 60, minutesOfDay(scheduledStart) + estimatedMinutes);
