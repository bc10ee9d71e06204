import Type from 'typebox';
import { VEHICLE_CLASSES } from './model.ts';

/** As many as a day's plan has places. */
const MOST_PLACES = 300;

const Place = Type.Object(
  {
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    long: Type.Number({ minimum: -180, maximum: 180 }),
  },
  { additionalProperties: false },
);

export const TravelTimesBody = Type.Object(
  {
    places: Type.Array(Place, { minItems: 1, maxItems: MOST_PLACES }),
    vehicle: Type.Enum([...VEHICLE_CLASSES], {
      default: 'van',
      description:
        'Gabarit : voiture (light), fourgon de 3,5 t (van), camion de 12 t (truck), de 26 t (heavy).',
    }),
  },
  { additionalProperties: false },
);

const Cells = Type.Array(Type.Array(Type.Union([Type.Number({ minimum: 0 }), Type.Null()])), {
  description: 'De chaque lieu (ligne) à chaque lieu (colonne) ; null sans chemin.',
});

export const TravelTimesView = Type.Object({
  source: Type.Enum(['streets', 'osrm', 'great-circle'], {
    description: 'Rues importées, serveur OSRM, ou distance à vol d’oiseau.',
  }),
  seconds: Cells,
  metres: Cells,
});
