import type { Tx } from '../../../platform/db/index.ts';
import { redactEvents } from '../../../platform/events/index.ts';
import type { PersonalData } from '../../../platform/personal-data/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { maskFor, requestsOfSubject } from '../neighbours.ts';
import { declaration } from './declaration.ts';
import * as store from './store.ts';

/** What crews and dispatchers wrote about a visit, in which a resident may be named. */
export const personalData: PersonalData = {
  declaration,

  async find(_platform, tx, territoryId, subject) {
    const requests = await requestsOfSubject(tx, territoryId, subject);
    const orders = await store.ordersFor(tx, territoryId, [...requests.keys()]);
    return orders.map(({ number, title, instructions, outcome }) => ({
      number,
      title,
      instructions,
      outcome,
    }));
  },

  async erase(platform, tx, territoryId, subject, at) {
    const requests = await requestsOfSubject(tx, territoryId, subject);
    const orders = await store.ordersFor(tx, territoryId, [...requests.keys()]);
    const names = [...requests.values()].filter((name) => name !== null);
    return maskWords(platform, tx, territoryId, orders, names, at);
  },

  async expire(platform, tx, territoryId, { before, at, limit }) {
    const orders = await store.ordersToMask(tx, territoryId, before, limit);
    const masked = await maskWords(platform, tx, territoryId, orders, [], at);
    return { ...masked, more: orders.length === limit };
  },
};

/** The visit stays as it was; what names or reaches somebody is masked as it is for the public. */
async function maskWords(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  orders: store.OrderWords[],
  names: string[],
  at: Date,
) {
  if (orders.length === 0) return { counts: { 'work-orders': 0 }, documents: [] };
  const mask = await maskFor(platform, tx, territoryId, names);
  let changed = 0;
  for (const order of orders) {
    const words = {
      title: mask(order.title),
      instructions: mask(order.instructions),
      outcome: order.outcome === null ? null : mask(order.outcome),
    };
    await store.replaceWords(tx, territoryId, order.id, words, at);
    const same =
      words.title === order.title &&
      words.instructions === order.instructions &&
      words.outcome === order.outcome;
    if (!same) changed++;
  }
  const ids = orders.map(({ id }) => id);
  await redactEvents(platform, tx, territoryId, ids, mask);
  return { counts: { 'work-orders': changed }, documents: [] };
}
