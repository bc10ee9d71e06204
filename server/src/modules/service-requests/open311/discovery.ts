import type { FastifyRequest } from 'fastify';
import { originOf } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findTerritory } from '../../organizations/index.ts';
import { lastCatalogueChange } from '../catalogue-store.ts';
import { w3c } from './present.ts';
import { type Content, FORMATS } from './serialize.ts';

/** When what an endpoint offers last changed shape: with a version of this program. */
const SHAPED = new Date('2026-11-24T00:00:00Z');
/** The names that the standard gives itself; clients compare them letter by letter. */
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';

/** Where the endpoints are (Open311 Service Discovery). */
export async function discoveryView(platform: Platform, request: FastifyRequest): Promise<Content> {
  const territory = await findTerritory(platform.db.read, request.territoryId);
  const changed = await lastCatalogueChange(platform.db.read, request.territoryId);
  const changeset = w3c(changed && changed > SHAPED ? changed : SHAPED);
  const origin = originOf(platform, request);
  const { name = '', contact, demonstration } = territory ?? {};
  const reach = [contact?.email, contact?.phone].filter(Boolean).join(', ');
  return {
    changeset,
    contact: reach === '' ? name : `${name} : ${reach}`,
    key_service: `${name} : demandez une clé à l’administrateur. ${origin}`,
    endpoints: [
      {
        specification: SPECIFICATION,
        url: `${origin}/open311/v2`,
        changeset,
        type: demonstration ? 'test' : 'production',
        formats: FORMATS.map((format) => MEDIA_TYPES[format]),
      },
    ],
  };
}

const MEDIA_TYPES = { json: 'application/json', xml: 'text/xml' };
