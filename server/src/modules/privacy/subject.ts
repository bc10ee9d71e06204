import { createHmac } from 'node:crypto';
import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import {
  type PersonalData,
  readSubject,
  type Subject,
} from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { PRIVACY_EVENTS } from './events.ts';
import { problems } from './problems.ts';
import { ensureMayAdminister } from './retention.ts';
import { readPrivacySetting } from './store.ts';

/** Whom it is about, and why it is asked: a letter's reference, never the person's name. */
export interface AboutSubject {
  email?: string;
  phone?: string;
  reason: string;
}

/**
 * Everything that is held of one person, across all requests, as JSON that can be given to them
 * (GDPR articles 15 and 20).
 *
 * @throws Problem `forbidden` (403), `nobody-named` (422)
 */
export async function exportSubject(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  asked: AboutSubject,
) {
  const subject = await subjectOf(platform, act, asked);
  return platform.db.transaction(async (tx) => {
    const data: Record<string, unknown[]> = {};
    const counts: Record<string, number> = {};
    for (const { declaration, find } of held) {
      if (!find) continue;
      const found = await find(platform, tx, act.territoryId, subject);
      data[declaration.code] = found;
      counts[declaration.code] = found.length;
    }
    await tell(platform, tx, act, 'subjectExported', subject, counts, asked.reason);
    return { exportedAt: act.at.toISOString(), counts, data };
  });
}

/**
 * Erases one person from everything that is held (GDPR article 17); requests, counts and the order
 * of what happened stay. Done twice, it finds nothing more.
 *
 * @throws Problem `forbidden` (403), `nobody-named` (422)
 */
export async function eraseSubject(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  asked: AboutSubject,
) {
  const subject = await subjectOf(platform, act, asked);
  const documents: string[] = [];
  const counts = await platform.perform(act, async (tx) => {
    const counts: Record<string, number> = {};
    for (const { declaration, erase } of held) {
      const erased = await erase?.(platform, tx, act.territoryId, subject, act.at);
      for (const [kind, count] of Object.entries(erased?.counts ?? {})) {
        counts[`${declaration.code}.${kind}`] = count;
      }
      documents.push(...(erased?.documents ?? []));
    }
    await tell(platform, tx, act, 'subjectErased', subject, counts, asked.reason);
    return counts;
  });
  for (const sha256 of documents) await platform.documents.delete(sha256);
  return { counts };
}

async function subjectOf(platform: Platform, act: Act, asked: AboutSubject): Promise<Subject> {
  await ensureMayAdminister(platform, act);
  const subject = readSubject(asked);
  ensure(subject.email || subject.phone, () => problems.nobodyNamed());
  return subject;
}

/** Tells the act without naming anyone: the same person gives the same mark, in this territory. */
async function tell(
  platform: Platform,
  tx: Tx,
  act: Act,
  what: 'subjectExported' | 'subjectErased',
  subject: Subject,
  counts: Record<string, number>,
  reason: string,
) {
  const { salt } = await readPrivacySetting(tx, act.territoryId);
  const mark = (value: string | null) =>
    value && createHmac('sha256', salt).update(value).digest('hex');
  await platform.events.publish(tx, act, {
    type: PRIVACY_EVENTS[what],
    subject: act.territoryId,
    organizationId: null,
    data: { counts, subject: { email: mark(subject.email), phone: mark(subject.phone) } },
    reason,
  });
}
