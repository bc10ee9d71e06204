import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { organizationsById } from '../organizations/index.ts';
import { inWords } from './answers.ts';
import { isEmpty } from './contact.ts';
import { groupPartOf } from './duplicates/present-group.ts';
import { handOverPart } from './hand-over/present-hand-over.ts';
import { catalogueOf } from './offered-services.ts';
import { allowed, fieldRights, governed } from './policy.ts';
import { presentCopy } from './public-copy/present-copy.ts';
import { readSetting } from './public-copy/read-setting.ts';
import { findCopies } from './public-copy/store.ts';
import type { RequestDetail } from './schemas.ts';
import type { ServiceRequest } from './service-request.ts';
import { photosOf } from './store.ts';
import { listed, summaryOf } from './summary.ts';

/** The request whole, as far as the actor may see it. The caller has checked that he may at all. */
export async function detailOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  actor: Actor,
  request: ServiceRequest,
): Promise<RequestDetail> {
  const names = await organizationsById(platform, tx, territoryId);
  const photos = await photosOf(tx, territoryId, [request.id]);
  const copy = (await findCopies(tx, territoryId, [request.id])).get(request.id);
  const group = await groupPartOf(platform, tx, territoryId, actor, request, names);
  const { byCode } = await catalogueOf(platform, territoryId);
  const questions = byCode.get(request.serviceCode)?.questions ?? [];
  return {
    ...summaryOf(listed(request), names),
    description: request.description,
    assignmentReason: request.assignmentReason,
    answers: inWords(questions, request.answers),
    contact: fieldRights(actor, governed(request)).contact === 'none' ? null : contactOf(request),
    language: request.language,
    photos: photos.map(({ fileId, kind, at }) => ({ fileId, kind, at: at.toISOString() })),
    publicCopy: copy ? presentCopy(copy, await readSetting(tx, territoryId)) : null,
    ...group,
    ...(await handOverPart(tx, territoryId, actor, request, names)),
    allowed: allowed(actor, governed(request)),
  };
}

function contactOf({ contact }: ServiceRequest): RequestDetail['contact'] {
  return isEmpty(contact) ? null : contact;
}
