import { cutPage, limitOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { organizationsById } from '../organizations/index.ts';
import { readFilters } from './filters.ts';
import { listRequests } from './inbox/list-store.ts';
import type { Listed } from './inbox/listed-store.ts';
import { STATUS_LABELS } from './labels.ts';
import { cursorOf, readAfter } from './list-service-requests.ts';
import { maskAddress, placeTest } from './public-copy/mask-request.ts';
import { windowOf } from './public-copy/public-window.ts';
import { plannedFor } from './public-copy/read-public-request.ts';
import { readSetting } from './public-copy/read-setting.ts';
import type { PublicListQuery } from './schemas.ts';
import { type OrganizationNames, organizationOf } from './summary.ts';

/**
 * What has been reported around here, for everyone: what, where, and what became of it, as long as
 * the territory shows it. Nobody's words, no contact, and no tracking code: that is its author's
 * alone; what may be read of the words and photos is one request's page (`readPublicRequest`).
 */
export async function listPublicRequests(
  platform: Platform,
  territoryId: string,
  query: PublicListQuery,
) {
  const { read } = platform.db;
  const limit = limitOf(query);
  const isPlace = await placeTest(platform, read, territoryId);
  const window = windowOf(await readSetting(read, territoryId), platform.clock.now());
  const found = await listRequests(
    read,
    territoryId,
    'everyone',
    { ...readFilters(query, platform.clock.now()), window },
    'newest',
    readAfter(query.cursor),
    limit + 1,
  );
  const names = await organizationsById(platform, read, territoryId);
  return cutPage(found, limit, (request) => publicView(request, names, isPlace), cursorOf);
}

function publicView(request: Listed, names: OrganizationNames, isPlace: (name: string) => boolean) {
  return {
    id: request.id,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    serviceGroup: request.serviceGroup,
    status: request.status,
    statusLabel: STATUS_LABELS[request.status].fr,
    address: maskAddress(request.address, isPlace),
    communeName: request.communeName,
    point: request.point,
    organization: organizationOf(request, names),
    receivedAt: request.receivedAt.toISOString(),
    closedAt: request.closedAt?.toISOString() ?? null,
    plannedFor: plannedFor(request),
  };
}
