import type { Act } from '../../platform/acts/index.ts';
import {
  type PersonalData,
  readSought,
  type Sighting,
} from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensureMayAnswer } from './register.ts';
import { tellAct } from './tell-act.ts';

/** Of each kind of data; more people than this are not told apart on a screen. */
const MOST_SIGHTINGS = 100;
const MOST_SEEN = 10;

/** One person, as far as addresses and numbers tell people apart. */
export interface Candidate {
  names: string[];
  email: string | null;
  phone: string | null;
  /** For whoever gave neither: the request that they are known by. */
  requestIds: string[];
  /** Where they were seen, the latest first. */
  seen: { code: string; what: string; at: string }[];
  count: number;
}

/**
 * Finds people by a part of their name, address or number, wherever something is held of them. Two
 * sightings are one person when an address or a number is the same, never when only a name is.
 *
 * @throws Problem `forbidden` (403)
 */
export async function searchSubjects(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  words: string,
): Promise<{ items: Candidate[]; more: boolean }> {
  await ensureMayAnswer(platform, act);
  const sought = readSought(words);
  return platform.db.transaction(async (tx) => {
    const sightings: (Sighting & { code: string })[] = [];
    let more = false;
    for (const { declaration, seek } of held) {
      const found = (await seek?.(tx, act.territoryId, sought, MOST_SIGHTINGS)) ?? [];
      more ||= found.length === MOST_SIGHTINGS;
      sightings.push(...found.map((one) => ({ ...one, code: declaration.code })));
    }
    const items = gatherPeople(sightings);
    await tellAct(
      platform,
      tx,
      act,
      'subjectSearched',
      { words: [words] },
      { people: items.length },
    );
    return { items, more };
  });
}

/** Pure. Joins what an address or a number says is one person; the latest seen first. */
function gatherPeople(sightings: readonly (Sighting & { code: string })[]): Candidate[] {
  const latestFirst = sightings.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const people: Candidate[] = [];
  for (const { name, email, phone, requestId, ...seen } of latestFirst) {
    const same = people.filter(
      (one) => (email && one.email === email) || (phone && one.phone === phone),
    );
    // Two addresses with one number, or two numbers with one address, stay two candidates.
    let person = same.find(
      (one) =>
        (!email || !one.email || one.email === email) &&
        (!phone || !one.phone || one.phone === phone),
    );
    if (!person) {
      person = { names: [], email: null, phone: null, requestIds: [], seen: [], count: 0 };
      people.push(person);
    }
    person.email ??= email;
    person.phone ??= phone;
    if (name && !person.names.includes(name)) person.names.push(name);
    if (!email && !phone && requestId) person.requestIds.push(requestId);
    if (person.count++ < MOST_SEEN) {
      person.seen.push({ code: seen.code, what: seen.what, at: seen.at.toISOString() });
    }
  }
  return people;
}
