import type { RequestEvent } from '@sveltejs/kit';
import { readTerritory, type Territory } from '#lib/api/territory.ts';
import type { Basemap, Bounds } from '#lib/map/types.ts';

/** The territory as maps take it. */
export async function readMapSetting(
  event: RequestEvent,
): Promise<{ bounds: Bounds; basemap: Basemap }> {
  const { bounds, basemap } = await readTerritory(event);
  return { bounds: bounds as Bounds, basemap: toBasemap(basemap) };
}

function toBasemap({ kind, url = '', attribution = '' }: Territory['basemap']): Basemap {
  return kind === 'own' ? { kind } : { kind, url, attribution };
}
