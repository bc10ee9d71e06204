import type { Actor } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { catalogueOf } from '../offered-services.ts';
import { governed, mayRead } from '../policy.ts';
import { findRequest } from '../store.ts';
import { isLate } from './clock.ts';
import { CLOCK_LABELS } from './clock-labels.ts';
import { holdsAt } from './promises.ts';
import type { ClockView } from './schemas.ts';
import { clocksOfRequest, type WatchedClock } from './store.ts';

/**
 * The promises that run for a request, and what became of them.
 *
 * @throws Problem `not-found` (404) when the actor may not see the request
 */
export async function readClocks(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  id: string,
  language: 'fr' | 'en',
): Promise<{ items: ClockView[] }> {
  const { read } = platform.db;
  const request = await findRequest(read, territoryId, id);
  ensure(request && mayRead(actor, governed(request)), commonProblems.notFound);
  const clocks = await clocksOfRequest(read, territoryId, id);
  const { clockRules } = await catalogueOf(platform, territoryId);
  const procedure = clockRules.procedures.find(
    (one) => one.serviceCode === request.serviceCode && holdsAt(one, request.receivedAt),
  );
  const now = platform.clock.now();
  return {
    items: clocks.map((clock) => ({
      kind: clock.kind,
      label: CLOCK_LABELS[clock.kind][language],
      state: stateOf(clock, now),
      dueAt: clock.dueAt?.toISOString() ?? null,
      metAt: clock.metAt?.toISOString() ?? null,
      late: clock.brokenAt !== null || isLate(clock, now),
      silence: clock.kind === 'legal-silence' ? (procedure?.silence ?? null) : null,
      source: clock.kind.startsWith('legal') ? (procedure?.source ?? null) : null,
    })),
  };
}

function stateOf({ metAt, dueAt, warnAt }: WatchedClock, now: Date): ClockView['state'] {
  if (metAt) return 'met';
  if (!dueAt) return 'stopped';
  if (dueAt <= now) return 'broken';
  return warnAt && warnAt <= now ? 'at-risk' : 'running';
}
