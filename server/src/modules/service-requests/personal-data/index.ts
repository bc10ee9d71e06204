import type { Tx } from '../../../platform/db/index.ts';
import { eventsOf, redactEvents, type StoredEvent } from '../../../platform/events/index.ts';
import type { PersonalData } from '../../../platform/personal-data/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { SERVICE_REQUEST_EVENTS } from '../events.ts';
import { maskPersonalData } from '../public-copy/mask/mask.ts';
import { placeTest } from '../public-copy/mask-request.ts';
import type { ServiceRequest } from '../service-request.ts';
import { learnAnewLater } from '../suggestions/learn-services.ts';
import { wordsOf } from '../words.ts';
import { declaration } from './declaration.ts';
import * as store from './store.ts';

/** What stands where a resident's own words stood. */
const ERASED = '[effacé]';

/** What this module holds of the people who report. */
export const personalData: PersonalData = {
  declaration,

  async seek(tx, territoryId, sought, limit) {
    const requests = await store.requestsAbout(tx, territoryId, sought, limit);
    return requests.map(({ id, code, serviceName, contact, receivedAt }) => ({
      name: contact.name,
      email: contact.email?.toLowerCase() ?? null,
      phone: contact.phone,
      requestId: id,
      what: `Demande ${code}, ${serviceName}`,
      at: receivedAt,
    }));
  },

  async find(_platform, tx, territoryId, subject) {
    const requests = await store.requestsOf(tx, territoryId, subject);
    const ids = requests.map(({ id }) => id);
    const photos = await store.photosByResident(tx, territoryId, ids);
    const ratings = await store.ratingsOf(tx, territoryId, ids);
    const found: unknown[] = [];
    for (const request of requests) {
      const ofIt = ({ requestId }: { requestId: string }) => requestId === request.id;
      const events = await eventsOf(tx, territoryId, [request.id]);
      found.push({
        id: request.id,
        code: request.code,
        service: request.serviceName,
        channel: request.channel,
        status: request.status,
        description: request.description,
        answers: request.answers,
        address: request.address,
        point: request.point,
        contact: request.contact,
        receivedAt: request.receivedAt.toISOString(),
        closedAt: request.closedAt?.toISOString() ?? null,
        photos: photos.filter(ofIt).map(({ fileId }) => fileId),
        ratings: ratings.filter(ofIt),
        words: events.filter(isOfResident).map(({ at, type, reason }) => ({ at, type, reason })),
      });
    }
    return found;
  },

  async erase(platform, tx, territoryId, subject, at) {
    const requests = await store.requestsOf(tx, territoryId, subject);
    if (requests.length > 0) await learnAnewLater(platform, tx, territoryId);
    return takeAway(platform, tx, territoryId, requests, at, () => '');
  },

  async expire(platform, tx, territoryId, { before, at, limit }) {
    const requests = await store.requestsToAnonymise(tx, territoryId, before, limit);
    const isPlace = await placeTest(platform, tx, territoryId);
    const erased = await takeAway(platform, tx, territoryId, requests, at, (request) => {
      const knownNames = request.contact.name ? [request.contact.name] : [];
      return maskPersonalData(request.description, { isPlace, knownNames }).text;
    });
    const more = requests.length === limit;
    if (requests.length > 0 && !more) await learnAnewLater(platform, tx, territoryId);
    return { ...erased, more };
  },
};

/** @param describe - what stays of the description */
async function takeAway(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  requests: ServiceRequest[],
  at: Date,
  describe: (request: ServiceRequest) => string,
) {
  const ids = requests.map(({ id }) => id);
  const photos = await store.photosByResident(tx, territoryId, ids);
  const isPlace = await placeTest(platform, tx, territoryId);
  let words = 0;
  for (const request of requests) {
    await store.anonymiseRequest(tx, territoryId, request.id, describe(request), at);
    const { name } = request.contact;
    words += await redactEvents(platform, tx, territoryId, [request.id], (text, event) =>
      isOfResident(event)
        ? ERASED
        : maskPersonalData(text, { isPlace, knownNames: name ? [name] : [] }).text,
    );
  }
  await store.forgetBeside(tx, territoryId, ids);
  const knownNames = requests.flatMap(({ contact }) => contact.name ?? []);
  await store.maskRefusals(
    tx,
    territoryId,
    ids,
    (note) => maskPersonalData(note, { isPlace, knownNames }).text,
  );
  await platform.files.release(tx, territoryId, [...new Set(photos.map(({ fileId }) => fileId))]);
  const names = requests.flatMap(({ contact }) => wordsOf(contact.name ?? ''));
  await store.forgetWords(tx, territoryId, [...new Set(names)]);
  const told = requests.filter(holdsSomething).length;
  return { counts: { requests: told, photos: photos.length, words }, documents: [] };
}

/** Not once it was erased: a second time finds nothing more. */
function holdsSomething({ description, answers, contact }: ServiceRequest): boolean {
  const { name, email, phone, postalAddress } = contact;
  const given = name ?? email ?? phone ?? postalAddress;
  return given !== null || description !== '' || Object.keys(answers).length > 0;
}

/** What a resident said, on the page of the request or by mail. */
function isOfResident({ type, actor, data, reason }: StoredEvent): boolean {
  if (!reason) return false;
  return (
    type === SERVICE_REQUEST_EVENTS.residentWrote ||
    (type === SERVICE_REQUEST_EVENTS.reopened && data.by === 'follower') ||
    (actor.kind === 'anonymous' && type !== SERVICE_REQUEST_EVENTS.received)
  );
}
