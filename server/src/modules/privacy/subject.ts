import type { Act } from '../../platform/acts/index.ts';
import {
  addressesOf,
  type PersonalData,
  readSubject,
  type Subject,
} from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { problems } from './problems.ts';
import { ensureMayAnswer } from './register.ts';
import { tellAct } from './tell-act.ts';

/** Whom it is about. */
export interface AboutSubject {
  emails?: string[];
  phones?: string[];
  requestIds?: string[];
  /** Of what is held under these, what is theirs; without it, all of it. */
  itemIds?: string[];
}

/** The same, and why it is asked: a letter's reference, never the person's name. */
export interface AskedSubject extends AboutSubject {
  reason: string;
}

/**
 * Everything that is held of one person, for whoever answers them to read.
 *
 * @throws Problem `forbidden` (403), `nobody-named` (422)
 */
export function readHeld(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  about: AboutSubject,
) {
  return gather(platform, act, held, about, 'subjectRead');
}

/**
 * Everything that is held of one person, across all requests, as JSON that can be given to them
 * (GDPR articles 15 and 20).
 *
 * @throws Problem `forbidden` (403), `nobody-named` (422)
 */
export function exportSubject(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  { reason, ...about }: AskedSubject,
) {
  return gather(platform, act, held, about, 'subjectExported', reason);
}

async function gather(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  about: AboutSubject,
  what: 'subjectRead' | 'subjectExported',
  reason?: string,
) {
  const subject = await subjectOf(platform, act, about);
  return platform.db.transaction(async (tx) => {
    const data: Record<string, unknown[]> = {};
    const counts: Record<string, number> = {};
    for (const { declaration, find } of held) {
      if (!find) continue;
      const found = await find(platform, tx, act.territoryId, subject);
      data[declaration.code] = found;
      counts[declaration.code] = found.length;
    }
    await tellAct(platform, tx, act, what, namesOf(subject), counts, reason);
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
  { reason, ...about }: AskedSubject,
) {
  const subject = await subjectOf(platform, act, about);
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
    await tellAct(platform, tx, act, 'subjectErased', namesOf(subject), counts, reason);
    return counts;
  });
  for (const sha256 of documents) await platform.documents.delete(sha256);
  return { counts };
}

async function subjectOf(platform: Platform, act: Act, about: AboutSubject): Promise<Subject> {
  await ensureMayAnswer(platform, act);
  const subject = readSubject(about);
  const named = [...addressesOf(subject), ...subject.requestIds].length > 0;
  ensure(named, () => problems.nobodyNamed());
  return subject;
}

const namesOf = ({ emails, phones, requestIds }: Subject) => ({
  emails,
  phones,
  requests: requestIds.length > 0 ? [requestIds.toSorted().join(' ')] : [],
});
