import type { Tx } from '../../../platform/db/index.ts';
import type { Reaction, StoredEvent } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findRequest } from '../store.ts';
import { answerOtherwise } from './store.ts';

/** Hears that somebody wants no more text messages: for none of their requests. */
export const stopTexts: Reaction = {
  name: 'service-requests/stop-texts',
  on: ['intake.stop-received'],
  react,
};

async function react(_: Platform, tx: Tx, { territoryId, data }: StoredEvent): Promise<void> {
  const request = await findRequest(tx, territoryId, String(data.requestId));
  const phone = request?.contact.phone;
  if (phone) await answerOtherwise(tx, territoryId, phone);
}
