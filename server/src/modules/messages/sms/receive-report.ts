import { createHash, timingSafeEqual } from 'node:crypto';
import { actOfReaction } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { messageEvent } from '../events.ts';
import { findMessage, updateMessage } from '../store.ts';

/** What a gateway tells later of a message that it took charge of. */
export interface DeliveryReport {
  /** As we gave it. */
  reference: string;
  status: 'delivered' | 'failed';
  error?: string | undefined;
}

/** What names one of our messages to a gateway, whichever territory it belongs to. */
export const referenceOf = (territoryId: string, messageId: string) =>
  `${territoryId}.${messageId}`;

const REFERENCE = /^([0-9a-f-]{36})\.([0-9a-f-]{36})$/;

/**
 * Writes down that a text message could not be delivered, so that the desk sees whom to reach
 * another way. Reports come late, twice and in any order: only the first failure changes anything.
 *
 * @param token - the gateway's own, from `X-Gateway-Token`: it has no account here
 * @throws Problem `unauthenticated` (401), `not-found` (404)
 */
export async function receiveReport(
  platform: Platform,
  token: string | undefined,
  report: DeliveryReport,
): Promise<void> {
  const { sms } = platform.config;
  ensure(sms && isSame(token ?? '', sms.token), commonProblems.unauthenticated);
  const [, territoryId = '', messageId = ''] = REFERENCE.exec(report.reference) ?? [];
  ensure(messageId, commonProblems.notFound);
  await platform.db.transaction(async (tx) => {
    const message = await findMessage(tx, territoryId, messageId);
    ensure(message?.channel === 'sms', commonProblems.notFound);
    if (report.status === 'delivered' || message.status !== 'sent') return;
    const failed = {
      ...message,
      status: 'failed' as const,
      obstacle: 'refused' as const,
      lastError: report.error?.slice(0, 500) ?? null,
    };
    await updateMessage(tx, territoryId, failed);
    const act = actOfReaction(platform, 'messages/sms-report', territoryId);
    await platform.events.publish(tx, act, messageEvent(failed));
  });
}

/** In the same time whatever differs. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
