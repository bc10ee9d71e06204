/** What other modules may know of requests: each sees what its work needs, and no more. */
import type { Tx } from '../../platform/db/index.ts';
import { type Reach, reachOf } from './contact.ts';
import { asLed } from './duplicates/led-by.ts';
import { joinedTo } from './duplicates/store.ts';
import { isClosed } from './model.ts';
import { type FollowerOf, findTracked } from './residents/find-tracked.ts';
import type { Photo, ServiceRequest } from './service-request.ts';
import { findByCode, findRequest, findRequests, photosOf } from './store.ts';
import { parseTrackingCode } from './tracking-code.ts';

/** For the crew that goes there: the problem and its place, never who reported it. */
export interface RequestForWorkOrder
  extends Pick<
    ServiceRequest,
    | 'id'
    | 'code'
    | 'serviceName'
    | 'description'
    | 'point'
    | 'address'
    | 'organizationId'
    | 'severity'
    | 'urgency'
    | 'status'
  > {
  communeName: string;
  photos: Photo[];
}

/** Requests that work orders answer, by id; those that do not exist are absent. */
export async function requestsForWorkOrders(
  tx: Tx,
  territoryId: string,
  ids: readonly string[],
): Promise<Map<string, RequestForWorkOrder>> {
  const requests = await findRequests(tx, territoryId, ids);
  const photos = Map.groupBy(await photosOf(tx, territoryId, ids), ({ requestId }) => requestId);
  return new Map(
    requests.map((request) => [
      request.id,
      {
        id: request.id,
        code: request.code,
        serviceName: request.serviceName,
        description: request.description,
        point: request.point,
        address: request.address,
        communeName: request.communeName ?? '',
        organizationId: request.organizationId,
        severity: request.severity,
        urgency: request.urgency,
        status: request.status,
        photos: (photos.get(request.id) ?? []).map(({ fileId, kind, at }) => ({
          fileId,
          kind,
          at,
        })),
      },
    ]),
  );
}

/** For the mail to its resident: the one reading outside this module that gives an address. */
export interface RequestForMessage
  extends Pick<
    ServiceRequest,
    | 'id'
    | 'code'
    | 'serviceCode'
    | 'serviceName'
    | 'language'
    | 'address'
    | 'communeName'
    | 'organizationId'
    | 'receivedAt'
    | 'dueAt'
  > {
  email: string | null;
  /** By which way its author is answered, and where. */
  reach: Reach;
  name: string | null;
  /** Lines joined by line feeds, whatever way its author is answered by. */
  postalAddress: string | null;
  /** Of the work order that answers it, if any. */
  scheduledStart: Date | null;
}

export async function requestForMessage(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<RequestForMessage | undefined> {
  const request = await findRequest(tx, territoryId, id);
  return (
    request && {
      id: request.id,
      code: request.code,
      serviceCode: request.serviceCode,
      serviceName: request.serviceName,
      language: request.language,
      address: request.address,
      communeName: request.communeName,
      organizationId: request.organizationId,
      receivedAt: request.receivedAt,
      dueAt: request.dueAt,
      email: request.contact.email,
      reach: reachOf(request.contact),
      name: request.contact.name,
      postalAddress: request.contact.postalAddress,
      scheduledStart: request.workOrder?.scheduledStart ?? null,
    }
  );
}

/** For counting: no text, no address, no person. */
export type RequestToCount = Pick<
  ServiceRequest,
  | 'id'
  | 'serviceCode'
  | 'serviceName'
  | 'serviceGroup'
  | 'organizationId'
  | 'communeId'
  | 'channel'
  | 'status'
  | 'receivedAt'
  | 'closedAt'
  | 'version'
>;

/**
 * Requests and all that is joined to them: each counts as received, when it was; it is closed when
 * its leader is, since that is when its reporter has an answer.
 */
export async function requestsToCount(
  tx: Tx,
  territoryId: string,
  ids: readonly string[],
): Promise<RequestToCount[]> {
  const named = await findRequests(tx, territoryId, ids);
  const joined = await joinedTo(tx, territoryId, ids);
  const requests = await asLed(tx, territoryId, uniqueById([...named, ...joined]));
  return requests.map((request) => ({
    id: request.id,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    serviceGroup: request.serviceGroup,
    organizationId: request.organizationId,
    communeId: request.communeId,
    channel: request.channel,
    status: request.status,
    receivedAt: request.receivedAt,
    closedAt: request.closedAt,
    version: request.version,
  }));
}

function uniqueById(requests: readonly ServiceRequest[]): ServiceRequest[] {
  return [...new Map(requests.map((request) => [request.id, request])).values()];
}

/** Ids of what is joined to a request: who reported or follows those hears of it too. */
export async function idsJoinedTo(tx: Tx, territoryId: string, id: string): Promise<string[]> {
  return (await joinedTo(tx, territoryId, [id])).map((member) => member.id);
}

/** Which request a tracking code names, as it is typed. */
export async function requestIdOfCode(
  tx: Tx,
  territoryId: string,
  text: string,
): Promise<string | undefined> {
  const code = parseTrackingCode(text);
  return code === undefined ? undefined : (await findByCode(tx, territoryId, code))?.id;
}

/**
 * Which request a code or a follower's key opens.
 *
 * @throws Problem `unknown-tracking-code` (404)
 */
export async function findTrackedId(
  tx: Tx,
  territoryId: string,
  text: string,
  followerOf: FollowerOf,
): Promise<string> {
  return (await findTracked(tx, territoryId, text, followerOf)).request.id;
}

/** For another organization's own tool: the problem and its place, never who reported it. */
export interface RequestForNeighbour
  extends Pick<
    ServiceRequest,
    | 'id'
    | 'serviceCode'
    | 'serviceName'
    | 'description'
    | 'answers'
    | 'point'
    | 'address'
    | 'organizationId'
  > {
  isOpen: boolean;
  /** Files of what its author photographed, oldest first: cleaned of their metadata, as all are. */
  photoIds: string[];
}

export async function requestForNeighbour(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<RequestForNeighbour | undefined> {
  const request = await findRequest(tx, territoryId, id);
  if (!request) return undefined;
  const { serviceCode, serviceName, description, answers, point, address, organizationId } =
    request;
  const isOpen = !isClosed(request.status);
  const photos = request.photoCount > 0 ? await photosOf(tx, territoryId, [id]) : [];
  return {
    id,
    serviceCode,
    serviceName,
    description,
    answers,
    point,
    address,
    organizationId,
    isOpen,
    photoIds: photos.filter(({ kind }) => kind === 'resident').map(({ fileId }) => fileId),
  };
}
