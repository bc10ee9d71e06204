import { parisDate } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ServiceRequest } from '../service-request.ts';
import { type LegalNotice, legalNoticeOf } from './legal-notice.ts';
import { clocksOfRequest } from './store.ts';

/** What silence comes to as things stand, for the page of whoever asks. */
export interface LegalDate extends LegalNotice {
  /** Whether that day is over: silence has decided. */
  passed: boolean;
}

/**
 * The day when silence decides of an administrative demand, as its clock has it now: a wait for what
 * was missing moves it, which the acknowledgement could not know. Null once it is decided, and for
 * what is no such demand.
 *
 * @see CRPA L231-1, L231-4 (two months unless a text says otherwise), L114-5 (what is missing)
 */
export async function legalDateOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  request: Pick<ServiceRequest, 'id' | 'serviceCode' | 'receivedAt'>,
): Promise<LegalDate | null> {
  const notice = await legalNoticeOf(platform, territoryId, request);
  if (!notice) return null;
  const clocks = await clocksOfRequest(tx, territoryId, request.id);
  const clock = clocks.find(({ kind }) => kind === 'legal-silence');
  if (clock?.metAt) return null;
  // The clock ends when its last day does.
  const lastDay = clock?.dueAt ? parisDate(new Date(clock.dueAt.getTime() - 1)) : notice.lastDay;
  return { ...notice, lastDay, passed: parisDate(platform.clock.now()) > lastDay };
}
