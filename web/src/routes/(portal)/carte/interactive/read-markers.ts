import type { FeatureCollection, Point } from 'geojson';
import type { Bounds, MarkerProperties } from '#lib/map/types.ts';
import type { Status } from '../../api.ts';
import { toneOf } from '../../tone-of.ts';

export interface RequestMarker extends MarkerProperties {
  serviceName?: string;
  status?: Status;
  receivedAt?: string;
}

export type RequestMarkers = FeatureCollection<Point, RequestMarker>;

interface ApiProperties extends Omit<RequestMarker, 'id' | 'tone'> {
  id?: string;
  cluster: boolean;
  count: number;
}

/**
 * Asks what is to be marked in this view of the map.
 *
 * @throws DOMException `AbortError` when another view came first; Error when the API refuses
 */
export async function readMarkers(
  bounds: Bounds,
  zoom: number,
  filters: Record<string, string>,
  signal: AbortSignal,
): Promise<RequestMarkers> {
  const query = new URLSearchParams({
    bbox: bounds.map((degrees) => degrees.toFixed(5)).join(','),
    zoom: zoom.toFixed(2),
  });
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  const response = await fetch(`/api/v1/public/service-requests/map?${query}`, { signal });
  if (!response.ok) throw new Error(`The map's markers were refused (${response.status}).`);
  const found: FeatureCollection<Point, ApiProperties> = await response.json();
  return {
    ...found,
    features: found.features.map(({ properties: { cluster: _, ...properties }, ...feature }) => ({
      ...feature,
      properties: {
        ...properties,
        id: properties.id ?? `group-${feature.geometry.coordinates}`,
        tone: properties.status ? toneOf(properties.status) : 'known',
      },
    })),
  };
}
