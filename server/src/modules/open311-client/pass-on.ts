import { actOfReaction } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { organizationsById } from '../organizations/index.ts';
import { requestForNeighbour } from '../service-requests/index.ts';
import { relayEvent } from './events.ts';
import { circuitAfter, MOST_ATTEMPTS, nextAttempt } from './model.ts';
import { findPosted, type Outcome, postRequest, readToken } from './neighbour.ts';
import { callable } from './server-keys.ts';
import { findRelay, findServer, noteHealth, type Relay, type Server, saveRelay } from './store.ts';

/** Name of the task that brings one request to its server. */
export const PASS_ON = 'open311-client/pass-on';

export interface RelayPayload {
  territoryId: string;
  relayId: string;
}

/**
 * Posts a request to the server of the organization that has it.
 *
 * Never twice: « perhaps posted » is written before the call, and whoever finds it so looks for our
 * reference among their requests before posting again. What is refused in the standard's form is
 * final and told to people; anything else is tried again, less and less often.
 */
export async function passOn(
  platform: Platform,
  { territoryId, relayId }: RelayPayload,
): Promise<void> {
  const { read } = platform.db;
  const relay = await findRelay(read, territoryId, relayId);
  if (!relay || !['waiting', 'unsure', 'token'].includes(relay.status)) return;
  const server = await findServer(read, territoryId, relay.organizationId);
  if (!server?.enabled) return;
  const now = platform.clock.now();
  if (server.closedUntil && server.closedUntil > now) {
    return platform.db.transaction((tx) =>
      platform.events.later(tx, PASS_ON, { territoryId, relayId }, server.closedUntil as Date),
    );
  }
  const claimed = {
    ...relay,
    status: relay.status === 'waiting' ? ('unsure' as const) : relay.status,
    attempts: relay.attempts + 1,
  };
  if (!(await saveRelay(read, territoryId, relay, claimed))) return;
  const outcome = await attempt(platform, territoryId, server, relay);
  await noteHealth(read, territoryId, server.organizationId, healthAfter(server, outcome, now));
  await settle(platform, territoryId, claimed, outcome);
}

/** As many as a form takes: their addresses leave room for the words. */
const MOST_PHOTOS = 5;

type Attempted = Outcome<{ id?: string; token?: string }>;

/** One try, from where the last one was left. */
async function attempt(
  platform: Platform,
  territoryId: string,
  known: Server,
  relay: Relay,
): Promise<Attempted> {
  const networks = platform.config.outboundNetworks;
  const { services } = known;
  const server = callable(platform, territoryId, known);
  if (relay.status === 'token') {
    const exchanged = await readToken(server, networks, relay.token ?? '');
    if (exchanged.kind !== 'done')
      return exchanged.kind === 'refused' ? { ...exchanged, kind: 'unsure' } : exchanged;
    return exchanged.value
      ? { kind: 'done', value: { id: exchanged.value } }
      : { kind: 'unsure', why: 'Le numéro n’est pas encore donné.' };
  }
  if (relay.status === 'unsure') {
    const found = await findPosted(server, networks, relay.serviceRequestId, relay.createdAt);
    if (found.kind !== 'done') return { kind: 'unsure', why: found.why };
    if (found.value) return { kind: 'done', value: { id: found.value } };
  }
  const request = await requestForNeighbour(platform.db.read, territoryId, relay.serviceRequestId);
  if (!request?.isOpen || request.organizationId !== relay.organizationId) {
    return { kind: 'refused', why: 'La demande n’est plus à transmettre.' };
  }
  const map = services[request.serviceCode];
  if (!map) {
    return {
      kind: 'refused',
      why: `« ${request.serviceName} » n’a pas de correspondance sur leur serveur.`,
    };
  }
  const { publicUrl } = platform.config;
  const photoUrls = publicUrl
    ? request.photoIds.slice(0, MOST_PHOTOS).map((photo) => `${publicUrl}/api/v1/files/${photo}`)
    : [];
  return postRequest(server, networks, { ...request, photoUrls }, map);
}

function healthAfter(server: Server, { kind }: Attempted, now: Date) {
  const failures = kind === 'done' || kind === 'refused' ? 0 : server.failures + 1;
  return { failures: Math.min(failures, 1_000), closed_until: circuitAfter(failures, now) };
}

async function settle(
  platform: Platform,
  territoryId: string,
  relay: Relay,
  outcome: Attempted,
): Promise<void> {
  const now = platform.clock.now();
  const after = nextState(relay, outcome);
  await platform.db.transaction(async (tx) => {
    if (!(await saveRelay(tx, territoryId, relay, after))) return;
    const agency =
      (await organizationsById(platform, tx, territoryId)).get(relay.organizationId)?.name ?? '';
    const act = actOfReaction(platform, PASS_ON, territoryId);
    if (after.status === 'sent')
      await platform.events.publish(tx, act, relayEvent('sent', after, agency));
    else if (after.status === 'refused') {
      await platform.events.publish(
        tx,
        act,
        relayEvent('refused', after, agency, after.lastError ?? ''),
      );
    } else {
      const payload: RelayPayload = { territoryId, relayId: relay.id };
      await platform.events.later(tx, PASS_ON, payload, nextAttempt(after.attempts, now));
    }
  });
}

function nextState(relay: Relay, outcome: Attempted): Relay {
  if (outcome.kind === 'done') {
    const { id, token } = outcome.value;
    return id
      ? { ...relay, status: 'sent', theirId: id, theirStatus: 'open', lastError: null }
      : { ...relay, status: 'token', token: token ?? null, lastError: null };
  }
  const told = { ...relay, lastError: outcome.why };
  if (outcome.kind === 'refused' || relay.attempts >= MOST_ATTEMPTS)
    return { ...told, status: 'refused' };
  if (relay.status === 'token') return told;
  return { ...told, status: outcome.kind === 'unreachable' ? 'waiting' : 'unsure' };
}
