import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findAddress } from '../../places/index.ts';
import { serviceRequestEvent } from '../events.ts';
import { findRequests } from '../store.ts';
import type { Submitted } from '../submission.ts';
import { submitServiceRequest } from '../submit-service-request.ts';
import { Open311Refusal } from './errors.ts';
import type { ReadSubmission } from './read-submission.ts';
import { MOST_REFERENCES, referencesIn } from './reference.ts';

/**
 * Takes a report that another program sends: the same as any other, once its address by
 * identifier is found, and it is not one of ours that comes back.
 *
 * @throws Open311Refusal (400) for an unknown `address_id`, and for a loop
 */
export async function submitFromElsewhere(
  platform: Platform,
  act: Act,
  { addressId, ...submission }: ReadSubmission,
): Promise<Submitted> {
  await refuseLoop(platform, act, submission.description);
  if (submission.point || submission.address !== null || addressId === undefined) {
    return submitServiceRequest(platform, act, submission);
  }
  const place = await findAddress(platform.db.read, act.territoryId, addressId);
  if (!place) throw new Open311Refusal(400, `Aucune adresse n’a l’identifiant « ${addressId} ».`);
  const placed = { ...submission, point: place.point, address: place.label };
  return submitServiceRequest(platform, act, placed);
}

/**
 * Two towns that each believe the other competent would pass a request to and fro for ever. Ours is
 * recognised by its reference, refused, and our people read that it came back.
 */
async function refuseLoop(platform: Platform, act: Act, description: string): Promise<void> {
  const references = referencesIn(description);
  if (references.length === 0) return;
  const [ours] = await findRequests(platform.db.read, act.territoryId, references);
  if (ours) {
    const words = `${act.actor.name} nous renvoie cette demande : elle a été refusée pour ne pas tourner en rond.`;
    const told = serviceRequestEvent('commented', ours, { public: false }, words);
    await platform.db.transaction((tx) => platform.events.publish(tx, act, told));
    throw new Open311Refusal(400, `Cette demande est la nôtre (${ours.id}) : elle nous revient.`);
  }
  if (references.length >= MOST_REFERENCES) {
    throw new Open311Refusal(400, 'Cette demande est passée par trop d’organismes.');
  }
}
