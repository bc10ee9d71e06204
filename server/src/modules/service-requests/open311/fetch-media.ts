import { actOfReaction } from '../../../platform/events/index.ts';
import { callOutside, OutsideError, type OutsideFault } from '../../../platform/outbound/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Problem } from '../../../platform/problem/index.ts';
import { serviceRequestEvent } from '../events.ts';
import { insertPhotos, lockRequest, photosOf, refreshRequest } from '../store.ts';
import { findMedia, type Media, settleMedia } from './media-store.ts';

/** Name of the task that fetches one picture. */
export const FETCH_MEDIA = 'service-requests/fetch-media';

export interface MediaPayload {
  territoryId: string;
  mediaId: string;
}

const LIMITS = { maxBytes: 15_000_000, timeoutMs: 20_000, redirects: 3 };
/** A server may be down for a while; the queue itself tries eight times in half an hour. */
const MOST_ATTEMPTS = 6;

/**
 * Fetches a picture of which another program gave the address (`media_url`), and makes it one of
 * our photos: re-encoded, without metadata. Its address was chosen by a stranger: see
 * `platform/outbound` for what may be called.
 *
 * A refusal is told to the people who deal with the request, address included, so that nothing that
 * was sent is lost. What may pass is tried again by the queue.
 */
export async function fetchMedia(
  platform: Platform,
  { territoryId, mediaId }: MediaPayload,
): Promise<void> {
  const media = await findMedia(platform.db.read, territoryId, mediaId);
  if (media?.status !== 'waiting') return;
  const attempts = media.attempts + 1;
  try {
    const bytes = await download(platform, media.url);
    const act = actOfReaction(platform, FETCH_MEDIA, territoryId);
    const { id } = await platform.files.upload(act, bytes);
    await keep(platform, media, id, attempts);
  } catch (error) {
    const reason = whyRefused(error, attempts);
    if (reason === undefined) {
      const again = { status: 'waiting' as const, reason: null, attempts, settled_at: null };
      await settleMedia(platform.db.read, media, again);
      throw error;
    }
    await refuse(platform, media, reason, attempts);
  }
}

/** What the server answers beside a picture, and whether it may answer otherwise later. */
class Unfit extends Error {
  readonly passing: boolean;
  constructor(reason: string, passing = false) {
    super(reason);
    this.passing = passing;
  }
}

async function download({ config }: Platform, url: string): Promise<Buffer> {
  const { status, headers, body } = await callOutside(url, {
    ...LIMITS,
    networks: config.outboundNetworks,
    headers: { accept: 'image/jpeg, image/png, image/webp, image/gif' },
  });
  if (status !== 200) {
    throw new Unfit(`Le serveur répond ${status}.`, status >= 500 || status === 429);
  }
  const type = headers['content-type'] ?? '';
  if (/^(text|application\/(json|xml|xhtml))/i.test(type)) {
    throw new Unfit('Cette adresse mène à une page, non à une image.');
  }
  return body;
}

const FAULTS: Record<OutsideFault, string> = {
  'bad-address': 'Cette adresse n’est pas celle d’une image sur le web.',
  'address-refused': 'Cette adresse mène dans un réseau privé.',
  unreachable: 'Le serveur ne répond pas.',
  timeout: 'Le serveur n’a pas répondu à temps.',
  'too-large': 'L’image dépasse 15 Mo.',
  encoded: 'Le serveur envoie l’image sous une forme que nous ne lisons pas.',
  'too-many-redirects': 'Cette adresse renvoie sans fin à une autre.',
};

/** The reason of a refusal that is final, in French; undefined when another try may succeed. */
function whyRefused(error: unknown, attempts: number): string | undefined {
  const last = attempts >= MOST_ATTEMPTS;
  if (error instanceof Unfit) return error.passing && !last ? undefined : error.message;
  if (error instanceof OutsideError) {
    const passing = error.fault === 'unreachable' || error.fault === 'timeout';
    return passing && !last ? undefined : FAULTS[error.fault];
  }
  if (error instanceof Problem) return `${error.title.fr}.`;
  return last ? 'L’image n’a pas pu être lue.' : undefined;
}

async function keep(platform: Platform, media: Media, fileId: string, attempts: number) {
  const { territory_id: territoryId, service_request_id: requestId } = media;
  const at = platform.clock.now();
  await platform.db.transaction(async (tx) => {
    const request = await lockRequest(tx, territoryId, requestId);
    if (!request) return;
    const settled = { status: 'fetched' as const, reason: null, attempts, settled_at: at };
    if (!(await settleMedia(tx, media, settled))) return;
    await platform.files.attach(tx, territoryId, [fileId], at);
    await insertPhotos(tx, [{ territoryId, requestId, value: { fileId, kind: 'resident', at } }]);
    const photos = await photosOf(tx, territoryId, [requestId]);
    await refreshRequest(tx, territoryId, { ...request, photoCount: photos.length });
    const act = actOfReaction(platform, FETCH_MEDIA, territoryId);
    await platform.events.publish(tx, act, serviceRequestEvent('mediaFetched', request));
  });
}

async function refuse(platform: Platform, media: Media, reason: string, attempts: number) {
  const { territory_id: territoryId, service_request_id: requestId } = media;
  const at = platform.clock.now();
  await platform.db.transaction(async (tx) => {
    const request = await lockRequest(tx, territoryId, requestId);
    if (!request) return;
    const settled = { status: 'refused' as const, reason, attempts, settled_at: at };
    if (!(await settleMedia(tx, media, settled))) return;
    const act = actOfReaction(platform, FETCH_MEDIA, territoryId);
    const told = serviceRequestEvent('mediaRefused', request, {}, `${reason} ${media.url}`);
    await platform.events.publish(tx, act, told);
  });
}
