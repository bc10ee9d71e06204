import type { Act } from '../../platform/acts/index.ts';
import { type Area, bboxOf, polygonsOf } from '../../platform/geo/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { type Fault, readBoundaries } from './boundaries/read-boundaries.ts';
import { listOrganizations, updateBoundary } from './organization-store.ts';
import { mayAdministerTerritory } from './policy.ts';
import { problems } from './problems.ts';
import { renewDirectory, updateTerritoryBounds } from './territory-store.ts';

/**
 * Imports the official contours of every commune of the territory, and of its other organizations
 * when the file has them. An EPCI without contour of its own takes those of its communes.
 *
 * @param text - a GeoJSON FeatureCollection, WGS 84
 * @throws Problem `forbidden` (403), `boundaries-refused` (422) with every fault and its line
 */
export async function importBoundaries(
  platform: Platform,
  act: Act,
  text: string,
): Promise<{ imported: number }> {
  return platform.perform(act, async (tx) => {
    const { territoryId, actor } = act;
    const organizations = await listOrganizations(tx, territoryId);
    ensure(mayAdministerTerritory(actor, organizations));
    const read = readBoundaries(text, organizations);
    if (!('boundaries' in read)) throw refusal(read.faults);
    const byId = new Map(read.boundaries.map((found) => [found.organizationId, found.boundary]));
    const communes = organizations.filter(({ kind }) => kind === 'commune');
    const whole = join(communes.flatMap(({ id }) => byId.get(id) ?? []));
    for (const { id, kind } of organizations) {
      // One commune alone says nothing of the grouping around it.
      if (kind === 'epci' && !byId.has(id) && communes.length > 1) byId.set(id, whole);
    }
    for (const [id, boundary] of byId) await updateBoundary(tx, territoryId, id, boundary);
    await updateTerritoryBounds(tx, territoryId, bboxOf(whole));
    await renewDirectory(tx, territoryId, uuidv7(platform.clock));
    await platform.events.publish(tx, act, {
      type: 'organization.boundaries-imported',
      subject: territoryId,
      organizationId: null,
      data: { imported: byId.size },
    });
    return { imported: byId.size };
  });
}

/** Several areas as one; shared edges stay, which neither containment nor distance minds. */
function join(areas: Area[]): Area {
  return { type: 'MultiPolygon', coordinates: areas.flatMap(polygonsOf) };
}

const SHOWN = 5;

function refusal(faults: Fault[]) {
  const shown = faults.slice(0, SHOWN).map(({ line, reason }) => `ligne ${line}, ${reason}`);
  const more = faults.length > SHOWN ? ` ; et ${faults.length - SHOWN} autres.` : '.';
  return problems.boundariesRefused({
    faults: shown.join(' ; ') + more,
    lines: faults,
  });
}
