import { type Actor, holdsAnywhere, organizationsOf } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { explainPriority } from '../exposure/explain-priority.ts';
import { STATUS_LABELS } from '../labels.ts';
import { isClosed } from '../model.ts';
import { maskAddress, placeTest } from '../public-copy/mask-request.ts';
import { findRequests } from '../store.ts';
import { type Reported, summarize } from './model.ts';
import { listReported } from './store.ts';

const YEAR_MS = 365 * 86_400_000;
const SHOWN = 20;
const SUMMARIES = 50;

/**
 * What an elected official answers with: what the residents of their communes report, what is planned,
 * what should be decided first and why, and a sentence a street. No person, no agent, no one's words.
 *
 * @throws Problem `forbidden` (403) but for elected officials and directors
 */
export async function readArea(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  query: { communeId?: string | undefined; street?: string | undefined },
) {
  ensure(holdsAnywhere(actor, 'elected', 'director'));
  const { read } = platform.db;
  const communes = await communesOf(platform, territoryId, actor);
  const chosen = communes.filter(({ id }) => !query.communeId || id === query.communeId);
  const since = new Date(platform.clock.now().getTime() - YEAR_MS);
  const street = query.street?.trim() || undefined;
  const reported = await listReported(read, territoryId, {
    communeIds: chosen.map(({ id }) => id),
    since,
    street,
  });
  const open = reported.filter(({ status }) => !isClosed(status));
  const first = open
    .filter(({ status }) => status === 'received' || status === 'triaged')
    .toSorted((a, b) => a.priority - b.priority || a.receivedAt.getTime() - b.receivedAt.getTime())
    .slice(0, SHOWN);
  const planned = open
    .filter(({ plannedFor }) => plannedFor !== null)
    .toSorted((a, b) => (a.plannedFor as Date).getTime() - (b.plannedFor as Date).getTime())
    .slice(0, SHOWN);
  const reasons = await reasonsOf(platform, territoryId, first);
  const isPlace = await placeTest(platform, read, territoryId);
  const view = (request: Reported) => ({
    id: request.id,
    serviceName: request.serviceName,
    address: maskAddress(request.address, isPlace),
    status: request.status,
    statusLabel: STATUS_LABELS[request.status].fr,
    priority: request.priority,
    reason: reasons.get(request.id) ?? '',
    receivedAt: request.receivedAt.toISOString(),
    plannedFor: request.plannedFor?.toISOString() ?? null,
  });
  return {
    communes,
    since: since.toISOString(),
    counts: {
      received: reported.length,
      open: open.length,
      planned: open.filter(({ plannedFor }) => plannedFor !== null).length,
      done: reported.filter(({ status }) => status === 'done').length,
    },
    first: first.map(view),
    planned: planned.map(view),
    summaries: summarize(
      reported.map((one) => ({ ...one, address: maskAddress(one.address, isPlace) })),
      SUMMARIES,
    ),
  };
}

/** A commune's own officials see it; those of a wider organization, every commune of the territory. */
async function communesOf(platform: Platform, territoryId: string, actor: Actor) {
  const all = [...(await organizationsById(platform, platform.db.read, territoryId)).values()];
  const own = new Set(organizationsOf(actor, 'elected', 'director'));
  const isWide = all.some(({ id, kind }) => own.has(id) && kind !== 'commune');
  return all
    .filter(({ id, kind }) => kind === 'commune' && (isWide || own.has(id)))
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

async function reasonsOf(platform: Platform, territoryId: string, shown: readonly Reported[]) {
  const requests = await findRequests(
    platform.db.read,
    territoryId,
    shown.map(({ id }) => id),
  );
  return new Map(requests.map((request) => [request.id, explainPriority(request)]));
}
