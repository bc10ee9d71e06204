import type { RequestEvent } from '@sveltejs/kit';
import type { Basemap, Bounds } from '#lib/map/types.ts';
import { read, type Territory } from './api.ts';

/** The territory as maps take it. */
export async function readMapSetting(
  event: RequestEvent,
): Promise<{ bounds: Bounds; basemap: Basemap }> {
  const { bounds, basemap } = await read(event, '/api/v1/territory');
  return { bounds: bounds as Bounds, basemap: toBasemap(basemap) };
}

function toBasemap({ kind, url = '', attribution = '' }: Territory['basemap']): Basemap {
  return kind === 'own' ? { kind } : { kind, url, attribution };
}
