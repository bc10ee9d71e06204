import type { Act } from '../../platform/acts/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { acknowledge } from './acknowledgement.ts';
import type { Answers } from './answers.ts';
import type { ContactGiven } from './contact.ts';
import { draftRequest } from './draft-request.ts';
import type { Channel } from './model.ts';
import { maySubmit } from './policy.ts';
import { retryOnCollision } from './retry-on-collision.ts';
import { commitSubmission, type Submitted } from './submission.ts';
import { newTrackingCode } from './tracking-code.ts';

export interface SubmitServiceRequest {
  serviceCode: string;
  description: string;
  point: Point | null;
  address: string | null;
  answers: Answers;
  photoIds: string[];
  /** Addresses of pictures that lie elsewhere: fetched by a job, never before the answer. */
  mediaUrls?: string[];
  contact?: ContactGiven;
  channel: Channel;
  language: 'fr' | 'en';
  /** Whether everyone may read the description; it came from where reports are public. */
  isPublic?: boolean;
  /** Whether the place was only read out of the resident's words: a person confirms it. */
  placeProposed?: boolean;
}

/**
 * Takes a report, from a resident or from an agent for one.
 *
 * By mail, letter, SMS or social network, neither service nor place can be asked for: such a report
 * may be `unsorted` and without place, and a person makes both out.
 *
 * Everything that can be refused is refused before anything is written; the commit is shared with
 * the reports that arrive at the same moment, and the answer leaves only after it.
 *
 * @throws Problem `unknown-service`, `answers-refused`, `contact-incomplete`, `place-missing`, `outside-territory`,
 *   `/problems/files/unknown-file` (422)
 */
export async function submitServiceRequest(
  platform: Platform,
  act: Act,
  command: SubmitServiceRequest,
): Promise<Submitted> {
  ensure(maySubmit(act.actor, command.channel));
  const { request, organization } = await draftRequest(platform, act, command);
  return retryOnCollision(() => {
    const coded = { ...request, code: newTrackingCode() };
    const answer = acknowledge(platform, coded, organization);
    const { photoIds, mediaUrls = [] } = command;
    return commitSubmission(platform, { act, request: coded, photoIds, mediaUrls, answer });
  });
}
