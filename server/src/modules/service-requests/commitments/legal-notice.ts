import { addMonths, parisDate } from '../../../platform/clock/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { catalogueOf } from '../offered-services.ts';
import type { ServiceRequest } from '../service-request.ts';
import type { Silence } from './legal.ts';
import { holdsAt } from './promises.ts';

/** What an acknowledgement must say of an administrative demand, beside who has it and since when. */
export interface LegalNotice {
  /** What the administration's silence comes to. */
  silence: Silence;
  /** The last day for a decision, `YYYY-MM-DD`: from the next on, silence has decided. */
  lastDay: string;
  /** The text that says so. */
  source: string;
}

/**
 * What the law wants to be told of a request when it is received; null when it is no demand in the
 * law's sense, but a call for a service.
 *
 * @see CRPA R112-11-1: whether silence accepts or rejects, and when
 */
export async function legalNoticeOf(
  platform: Pick<Platform, 'db'>,
  territoryId: string,
  { serviceCode, receivedAt }: Pick<ServiceRequest, 'serviceCode' | 'receivedAt'>,
): Promise<LegalNotice | null> {
  const { clockRules } = await catalogueOf(platform, territoryId);
  const procedure = clockRules.procedures.find(
    (one) => one.serviceCode === serviceCode && holdsAt(one, receivedAt),
  );
  if (!procedure) return null;
  const { silence, months, source } = procedure;
  return { silence, lastDay: addMonths(parisDate(receivedAt), months), source };
}
