import type { FastifyRequest } from 'fastify';
import type { Platform } from '../../../platform/platform.ts';
import { findTerritory } from '../../organizations/index.ts';
import { type Content, FORMATS } from './serialize.ts';

/** When what an endpoint offers last changed shape. */
const CHANGESET = '2026-11-24T00:00:00Z';
/** The names that the standard gives itself; clients compare them letter by letter. */
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';

/** Where the endpoints are (Open311 Service Discovery). */
export async function discoveryView(
  platform: Platform,
  { territoryId, protocol, host }: FastifyRequest,
): Promise<Content> {
  const territory = await findTerritory(platform.db.read, territoryId);
  const origin = platform.config.publicUrl ?? `${protocol}://${host}`;
  const { name = '', contact, demonstration } = territory ?? {};
  const reach = [contact?.email, contact?.phone].filter(Boolean).join(', ');
  return {
    changeset: CHANGESET,
    contact: reach === '' ? name : `${name} : ${reach}`,
    key_service: `${name} : demandez une clé à l’administrateur. ${origin}`,
    endpoints: [
      {
        specification: SPECIFICATION,
        url: `${origin}/open311/v2`,
        changeset: CHANGESET,
        type: demonstration ? 'test' : 'production',
        formats: FORMATS.map((format) => MEDIA_TYPES[format]),
      },
    ],
  };
}

const MEDIA_TYPES = { json: 'application/json', xml: 'text/xml' };
