import type { Tx } from '../../platform/db/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Step } from './model.ts';
import {
  catalogueOf,
  findContact,
  legalNoticeOf,
  type Recipient,
  type RequestForMessage,
  requestForMessage,
  splitTitle,
} from './neighbours.ts';
import type { MailFacts } from './render-mail.ts';

/**
 * What a message about a step of a request may say to this person: asked anew each time, from those
 * who know.
 *
 * @returns `undefined` when the request no longer exists
 */
export async function factsOf(
  platform: Platform,
  tx: Tx,
  event: StoredEvent,
  step: Step,
  recipient: Recipient,
): Promise<MailFacts | undefined> {
  const { territoryId } = event;
  const moved = await requestForMessage(tx, territoryId, event.subject);
  if (!moved) return undefined;
  // Of a merged request people hear by its own name what happens to the one that leads it.
  const own =
    recipient.requestId === null || recipient.requestId === event.subject
      ? moved
      : ((await requestForMessage(tx, territoryId, recipient.requestId)) ?? moved);
  const nameOf = async (id: unknown) =>
    typeof id === 'string' ? ((await findContact(tx, territoryId, id)) ?? null) : null;
  const written = splitTitle((WRITTEN_FOR_THEM.includes(step) && event.reason) || '');
  return {
    kind: step,
    role: recipient.role,
    language: recipient.language,
    plain: recipient.plain,
    code: own.code,
    serviceName: own.serviceName,
    place: [own.address, own.communeName].filter(Boolean).join(', '),
    organization: await nameOf(moved.organizationId),
    formerOrganization: (await nameOf(event.data.fromOrganizationId))?.name ?? null,
    ...(step === 'received' && (await acknowledgementFacts(platform, territoryId, own, moved))),
    receivedAt: own.receivedAt,
    dueAt: moved.dueAt,
    scheduledStart: scheduledStartOf(event) ?? moved.scheduledStart,
    title: written.subject,
    words: written.text || null,
    hasPhotos: event.data.evidence === 'photo',
    filesLeftOut: Number(event.data.leftOut ?? 0),
    byResidents: event.data.by === 'follower',
    trackingUrl: pageOf(platform, recipient),
    unfollowUrl: recipient.unfollowUrl,
  };
}

/** What only an acknowledgement says. */
async function acknowledgementFacts(
  platform: Platform,
  territoryId: string,
  own: RequestForMessage,
  moved: RequestForMessage,
): Promise<Pick<MailFacts, 'nextSteps' | 'legal'>> {
  const { byCode } = await catalogueOf(platform, territoryId);
  return {
    nextSteps: byCode.get(moved.serviceCode)?.nextSteps,
    legal: await legalNoticeOf(platform, territoryId, own),
  };
}

/** Steps whose reason is written for residents; a transfer's is between organizations. */
const WRITTEN_FOR_THEM: Step[] = ['answered', 'rejected', 'waiting', 'done'];

/** Their own page; null as long as the installation has no public address. */
export function pageOf({ config }: Platform, { trackingKey }: Recipient): string | null {
  return config.publicUrl ? `${config.publicUrl}/suivi/${trackingKey}` : null;
}

/** When the visit that the event tells begins, if it tells one. */
export function scheduledStartOf({ data }: StoredEvent): Date | undefined {
  const start = data.scheduledStart;
  return typeof start === 'string' ? new Date(start) : undefined;
}
