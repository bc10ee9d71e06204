import Type from 'typebox';
import { page } from '../../platform/http/index.ts';
import { ROAD_CLASSES } from '../organizations/index.ts';
import { PLACE_KINDS } from './place.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Lat = Type.Number({ minimum: -90, maximum: 90 });
const Long = Type.Number({ minimum: -180, maximum: 180 });

export const PointQuery = Type.Object({ lat: Lat, long: Long });

export const SearchQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 200 }),
  lat: Type.Optional(Lat),
  long: Type.Optional(Long),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })),
});

const PlaceView = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: Type.Enum([...PLACE_KINDS]),
    label: Type.String(),
    communeName: Type.String(),
    point: Type.Object({ lat: Lat, long: Long }),
  },
  { title: 'Place' },
);
export const Places = page(PlaceView);

export const NearestView = Type.Object(
  {
    label: Type.String(),
    street: Nullable(Type.String()),
    roadClass: Nullable(Type.Enum([...ROAD_CLASSES])),
    roadNumber: Nullable(Type.String()),
    communeName: Nullable(Type.String()),
    distanceMetres: Type.Number({ minimum: 0 }),
  },
  { title: 'NearestPlace' },
);

export const TileParams = Type.Object({
  z: Type.Integer({ minimum: 0, maximum: 24 }),
  x: Type.Integer({ minimum: 0 }),
  y: Type.Integer({ minimum: 0 }),
});

const number = '-?\\d{1,3}(\\.\\d{1,15})?';
const Side = Type.Integer({ minimum: 64, maximum: 1600 });

/** West, south, east, north, in degrees. */
const Bbox = Type.String({ pattern: `^${number}(,${number}){3}$`, maxLength: 100 });

export const PictureQuery = Type.Object({
  bbox: Bbox,
  width: Side,
  height: Side,
  /** `lat,long;lat,long`, numbered from 1. */
  pins: Type.Optional(
    Type.String({
      pattern: `^(${number},${number}(;${number},${number}){0,49})?$`,
      maxLength: 2500,
    }),
  ),
});

export const PicturePointQuery = Type.Object({
  bbox: Bbox,
  width: Side,
  height: Side,
  x: Type.Number({ minimum: 0, maximum: 1600 }),
  y: Type.Number({ minimum: 0, maximum: 1600 }),
});

export const PointView = Type.Object({ lat: Lat, long: Long }, { title: 'Point' });
