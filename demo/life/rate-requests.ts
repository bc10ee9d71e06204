import type { Random } from '../core/random.ts';
import type { DemonstrationRequest, Rating } from '../types.ts';
import { type Calendar, HOUR } from './calendar.ts';
import { OPINIONS } from './words/opinions.ts';

/** Of those who can be asked, how many answer: one face to press, and words if they like. */
const ANSWERING = 0.2;
const COMMENTING: Record<Rating['score'], number> = { 1: 0.6, 2: 0.3, 3: 0.2 };
/** By how it ended: work that is seen pleases more than words do. */
const SCORES: Readonly<Record<string, readonly (readonly [Rating['score'], number])[]>> = {
  done: [
    [3, 70],
    [2, 19],
    [1, 11],
  ],
  answered: [
    [3, 46],
    [2, 30],
    [1, 24],
  ],
  rejected: [
    [3, 22],
    [2, 30],
    [1, 48],
  ],
};
/** Whoever waited for weeks is less pleased. */
const LONG = 21 * 24 * HOUR;

/** Lets residents who left an address say how satisfied they are, once it is over. */
export function rateRequests(
  random: Random,
  { now }: Calendar,
  requests: readonly DemonstrationRequest[],
): DemonstrationRequest[] {
  return requests.map((request) => {
    const last = request.history.at(-1);
    const scores = SCORES[last?.status ?? ''];
    const canBeAsked = request.contact?.email ?? request.contact?.phone;
    if (!last || !scores || !canBeAsked || request.duplicateOf) return request;
    if (!random.chance(ANSWERING)) return request;
    const at = Date.parse(last.at) + random.skewed(9, 1) * HOUR;
    if (at > now) return request;
    const drawn = random.weighted(scores);
    const waited = Date.parse(last.at) - Date.parse(request.requestedAt);
    const score = waited > LONG && drawn > 1 ? ((drawn - 1) as Rating['score']) : drawn;
    const pool = OPINIONS[last.status === 'done' ? 'done' : 'told'][score];
    const comment = random.chance(COMMENTING[score]) ? random.pick(pool) : undefined;
    const rating = { score, at: new Date(at).toISOString(), ...(comment && { comment }) };
    return { ...request, rating };
  });
}
