import { lineLength, ringArea, ringCentre, scale, type Vec, widen } from '../core/plane.ts';
import { toLineString, toPoint, toPolygon } from '../core/projection.ts';
import type { CommuneAt } from '../territory/commune-at.ts';
import type { MapFeature, MapFeatureKind } from '../types.ts';
import type { Fixture } from './furnish-streets.ts';
import { drawBlob, type Ground } from './ground.ts';
import type { Street } from './join-stretches.ts';
import type { Building } from './place-buildings.ts';
import { BROOK, QUARTERS, type Quarter, RAILWAY, RIVER } from './plan.ts';
import type { Site } from './site.ts';

/** Everything that was drawn on the plane, to become the map. */
export interface Drawing {
  ground: Ground;
  groves: readonly Vec[][];
  streets: readonly Street[];
  sites: readonly Site[];
  buildings: readonly Building[];
  fixtures: readonly Fixture[];
}

type Unnumbered = Omit<MapFeature, 'id'>;

/** The map in degrees, numbered kind by kind. */
export function drawFeatures(drawing: Drawing, communeAt: CommuneAt): MapFeature[] {
  const counts = new Map<MapFeatureKind, number>();
  return [
    ...QUARTERS.map((quarter) => drawQuarter(quarter, communeAt)),
    ...drawRiver(drawing.ground.river, communeAt),
    ...drawGround(drawing.ground, communeAt),
    ...drawing.groves.map((ring) => drawGrove(ring, communeAt)),
    ...drawing.sites.flatMap(drawSite),
    ...drawing.buildings.map(drawBuilding),
    ...drawing.streets.map(drawStreet),
    ...drawing.fixtures.map(drawFixture),
  ].map((feature) => {
    const number = (counts.get(feature.kind) ?? 0) + 1;
    counts.set(feature.kind, number);
    return { id: `${feature.kind}-${number}`, ...feature };
  });
}

/** Vertices of the river's middle in one piece of it, and in one that bears the name. */
const REACH = 24;
const NAMED = 3;

/** Piece by piece: each lies in one commune, and the name is written where the water is. */
function drawRiver(river: readonly Vec[], communeAt: CommuneAt): Unnumbered[] {
  const pieces: Unnumbered[] = [];
  for (let start = 0; start < river.length - 1; start += REACH) {
    // Each begins a little before the last one ends, or a seam would show.
    const line = river.slice(Math.max(0, start - 1), start + REACH + 1);
    pieces.push({
      kind: 'river',
      ...((start / REACH) % NAMED === 1 && { name: RIVER.name }),
      communeCode: communeAt(line[line.length >> 1] as Vec).code,
      geometry: toPolygon(widen(line, RIVER.halfWidth)),
      minZoom: 8,
    });
  }
  return pieces;
}

/** A tint under the houses, which are too small to be seen from afar. */
function drawQuarter({ centre, radii }: Quarter, communeAt: CommuneAt): Unnumbered {
  const ring = drawBlob(centre, scale(radii, 1.06), `quarter ${centre}`);
  return {
    kind: 'quarter',
    communeCode: communeAt(centre).code,
    geometry: toPolygon(ring),
    minZoom: 8,
  };
}

const drawGrove = (ring: readonly Vec[], communeAt: CommuneAt): Unnumbered => ({
  kind: 'wood',
  communeCode: communeAt(ringCentre(ring)).code,
  geometry: toPolygon(ring),
  minZoom: 11,
});

function drawGround({ brook, railway, places }: Ground, communeAt: CommuneAt): Unnumbered[] {
  const codeAt = (p: Vec) => communeAt(p).code;
  const middle = (line: readonly Vec[]) => line[line.length >> 1] as Vec;
  return [
    {
      kind: 'river',
      name: BROOK.name,
      communeCode: codeAt(middle(brook)),
      geometry: toLineString(brook),
      minZoom: 12,
    },
    {
      kind: 'railway',
      name: RAILWAY.name,
      communeCode: codeAt(middle(railway)),
      geometry: toLineString(railway),
      minZoom: 11,
    },
    ...places
      // The great parks are sites, with playgrounds and benches.
      .filter(({ kind }) => kind !== 'park')
      .map(({ kind, name, ring }) => ({
        kind,
        name,
        communeCode: codeAt(ringCentre(ring)),
        geometry: toPolygon(ring),
        minZoom: 10,
      })),
  ];
}

/** Public buildings also bear their name on a point: surfaces of that layer are drawn without. */
function drawSite({ kind, name, ring, commune, heightMetres }: Site): Unnumbered[] {
  const communeCode = commune.code;
  const geometry = toPolygon(ring);
  if (heightMetres !== undefined) {
    return [
      { kind: 'building', communeCode, geometry, heightMetres, minZoom: 14 },
      { kind, name, communeCode, geometry: toPoint(ringCentre(ring)), minZoom: 14 },
    ];
  }
  if (kind === 'school') {
    return [{ kind, name, communeCode, geometry: toPoint(ringCentre(ring)), minZoom: 15 }];
  }
  const minZoom = kind === 'playground' ? 15 : Math.abs(ringArea(ring)) > 12_000 ? 12 : 14;
  return [{ kind, name, communeCode, geometry, minZoom }];
}

const drawBuilding = ({ ring, heightMetres, commune }: Building): Unnumbered => ({
  kind: 'building',
  heightMetres,
  communeCode: commune.code,
  geometry: toPolygon(ring),
  minZoom: Math.abs(ringArea(ring)) > 250 ? 14 : 15,
});

function drawStreet(street: Street): Unnumbered {
  const { line, name, commune, roadClass, roadNumber, width, builtUp, bridge } = street;
  return {
    kind: 'street',
    name,
    roadClass,
    ...(roadNumber && { roadNumber }),
    widthMetres: Math.round(width * 2) / 2,
    builtUp,
    bridge,
    communeCode: commune.code,
    geometry: toLineString(line),
    minZoom: streetZoom(street),
  };
}

function streetZoom({ roadClass, line, width }: Street): number {
  switch (roadClass) {
    case 'national':
      return 9;
    case 'departmental':
      return 10;
    case 'metropolitan':
      return width >= 16 ? 10 : 12;
    case 'communal':
      return lineLength(line) > 300 ? 13 : 14;
    case 'private':
      return 15;
  }
}

const drawFixture = ({ kind, at, commune, name, reference }: Fixture): Unnumbered => ({
  kind,
  ...(name && { name }),
  ...(reference && { reference }),
  communeCode: commune.code,
  geometry: toPoint(at),
  minZoom: 16,
});
