import type { Vec } from '../core/plane.ts';
import type { RoadClass } from '../types.ts';

/**
 * The plan of the town as a planner would sketch it, in metres around the centre's town hall:
 * what the land gave (river, brook), what history laid over it (roads, railway), and what each
 * quarter was built as. The streets between these lines are computed.
 */

export type QuarterPattern =
  | 'old-town'
  | 'faubourg'
  | 'grid'
  | 'suburb'
  | 'village'
  | 'business'
  | 'estate';

/** An ellipse of town with one way of building. */
export interface Quarter {
  pattern: QuarterPattern;
  centre: Vec;
  radii: Vec;
  /** Direction of its streets, in degrees; without one they follow the main roads. */
  angle?: number;
}

export interface MainRoad {
  /** `D 12`; local main streets have none. */
  number?: string;
  roadClass: RoadClass;
  /** Kerb to kerb with pavements, in metres. */
  width: number;
  closed?: boolean;
  points: Vec[];
  /** Names by stretch: the nearest anchor gives the name in town. */
  names: { near: Vec; name: string }[];
}

export const RIVER = {
  name: 'La Sereine',
  halfWidth: 21,
  points: [
    [8600, -2700],
    [7200, -2350],
    [6100, -1500],
    [5000, -850],
    [3900, -900],
    [2900, -1400],
    [1900, -1500],
    [1000, -950],
    [250, -560],
    [-600, -620],
    [-1400, -1150],
    [-2300, -1650],
    [-3400, -1500],
    [-4300, -800],
    [-5400, -650],
    [-6600, -1100],
    [-8600, -900],
  ] as Vec[],
  /** Streets along the water, between two eastings. */
  quays: [
    { fromX: -860, toX: 640, side: 1, name: 'quai des Mariniers' },
    { fromX: -820, toX: 700, side: -1, name: 'quai Jeanne-Vautrin' },
  ] as const,
};

export const BROOK = {
  name: 'Le ru de Fontgrise',
  halfWidth: 3,
  points: [
    [7400, 5100],
    [6300, 4500],
    [5250, 4250],
    [4500, 3450],
    [3900, 2500],
    [3500, 1500],
    [3350, 600],
    [3480, -200],
    [3350, -700],
    [3380, -1150],
  ] as Vec[],
};

export const RAILWAY = {
  name: 'Ligne de la vallée',
  halfWidth: 7,
  points: [
    [-8200, 2500],
    [-6000, 1750],
    [-4200, 1480],
    [-2300, 1180],
    [-800, 1000],
    [700, 960],
    [2000, 1080],
    [3400, 960],
    [5000, 760],
    [8200, 1250],
  ] as Vec[],
};

export const ROADS: MainRoad[] = [
  {
    roadClass: 'metropolitan',
    width: 24,
    closed: true,
    points: [
      [470, 60],
      [390, 320],
      [120, 450],
      [-200, 430],
      [-430, 250],
      [-480, -40],
      [-360, -300],
      [-60, -400],
      [280, -330],
    ],
    names: [
      { near: [100, 450], name: 'boulevard de la République' },
      { near: [-470, 100], name: 'boulevard des Remparts' },
      { near: [-60, -400], name: 'boulevard de la Sereine' },
      { near: [450, 60], name: 'boulevard Victoire-Lambrecq' },
    ],
  },
  {
    number: 'D 12',
    roadClass: 'departmental',
    width: 16,
    points: [
      [465, 80],
      [1100, 160],
      [2000, 120],
      [3000, 60],
      [4000, 110],
      [4650, 20],
      [5400, -150],
      [6400, 50],
      [8600, -100],
    ],
    names: [
      { near: [1500, 150], name: 'avenue de Belrive' },
      { near: [4000, 110], name: 'avenue de Montserein' },
      { near: [4700, 20], name: 'Grande Rue' },
      { near: [5600, -100], name: 'avenue des Tilleuls' },
    ],
  },
  {
    number: 'D 12',
    roadClass: 'departmental',
    width: 15,
    points: [
      [-478, -20],
      [-1200, 60],
      [-2100, 200],
      [-3300, 380],
      [-4300, 470],
      [-4950, 480],
      [-5700, 620],
      [-8600, 700],
    ],
    names: [
      { near: [-1500, 100], name: 'avenue des Ormeaux' },
      { near: [-4200, 470], name: 'avenue du Val' },
      { near: [-5000, 480], name: 'rue Principale' },
      { near: [-5700, 620], name: 'rue de la Basse-Plaine' },
    ],
  },
  {
    number: 'D 7',
    roadClass: 'departmental',
    width: 15,
    points: [
      [130, 448],
      [180, 960],
      [60, 1800],
      [260, 2800],
      [220, 3600],
      [340, 4150],
      [280, 4900],
      [480, 6900],
    ],
    names: [
      { near: [150, 900], name: 'avenue de Clairvigne' },
      { near: [100, 2000], name: 'route de Clairvigne' },
      { near: [230, 3400], name: 'avenue de Montserein' },
      { near: [320, 4200], name: 'rue de la République' },
      { near: [280, 4800], name: 'route des Crêtes' },
    ],
  },
  {
    number: 'D 7',
    roadClass: 'departmental',
    width: 15,
    points: [
      [-60, -400],
      [-80, -650],
      [60, -1300],
      [-60, -2200],
      [180, -3200],
      [260, -4300],
      [120, -5100],
      [260, -6900],
    ],
    names: [
      { near: [-80, -650], name: 'pont des Tanneurs' },
      { near: [0, -1300], name: 'avenue de Saint-Tancrède' },
      { near: [200, -4000], name: 'rue de l’Église' },
      { near: [150, -4900], name: 'rue de la Forêt' },
    ],
  },
  {
    number: 'D 31',
    roadClass: 'departmental',
    width: 12,
    points: [
      [390, 318],
      [900, 720],
      [1300, 1300],
      [2100, 2000],
      [3400, 2600],
      [4300, 3350],
      [5020, 3840],
      [5800, 4700],
      [8000, 6200],
    ],
    names: [
      { near: [900, 700], name: 'avenue de Fontgrise' },
      { near: [1900, 1800], name: 'route de Fontgrise' },
      { near: [5000, 3850], name: 'Grande Rue' },
    ],
  },
  {
    number: 'D 18',
    roadClass: 'departmental',
    width: 12,
    points: [
      [-420, 262],
      [-1000, 700],
      [-1700, 1600],
      [-2600, 2600],
      [-3700, 3500],
      [-6500, 5600],
    ],
    names: [
      { near: [-900, 700], name: 'rue du Faubourg-Saint-Loup' },
      { near: [-1900, 1800], name: 'avenue des Coteaux' },
    ],
  },
  {
    number: 'D 45',
    roadClass: 'departmental',
    width: 12,
    points: [
      [285, -325],
      [640, -740],
      [1150, -1300],
      [1700, -2000],
      [2500, -3000],
      [3300, -4100],
      [4300, -6600],
    ],
    names: [
      { near: [800, -900], name: 'rue du Pont-Neuf' },
      { near: [1500, -1800], name: 'avenue des Grands-Prés' },
    ],
  },
  {
    number: 'D 33',
    roadClass: 'departmental',
    width: 11,
    points: [
      [4990, 3800],
      [4750, 2700],
      [4980, 1500],
      [4660, 20],
      [4500, -900],
      [3900, -2100],
      [2500, -3000],
      [1300, -3800],
      [260, -4250],
    ],
    names: [
      { near: [4800, 800], name: 'rue de la Gare' },
      { near: [4600, -500], name: 'rue du Pont' },
      { near: [900, -4000], name: 'rue des Écoles' },
      { near: [4950, 3600], name: 'rue du Lavoir' },
    ],
  },
  {
    number: 'D 62',
    roadClass: 'departmental',
    width: 11,
    points: [
      [-4950, 480],
      [-4700, 1500],
      [-4000, 2600],
      [-2400, 3500],
      [-1000, 3900],
      [330, 4100],
      [1600, 4000],
      [3300, 4200],
      [5000, 3860],
    ],
    names: [
      { near: [-4850, 900], name: 'rue de la Gare' },
      { near: [-500, 4000], name: 'rue des Vignes' },
      { near: [1000, 4050], name: 'rue du Pressoir' },
      { near: [4700, 3950], name: 'rue de la Fontaine' },
    ],
  },
  {
    number: 'N 199',
    roadClass: 'national',
    width: 22,
    points: [
      [-8600, -3300],
      [-6000, -2700],
      [-4000, -2500],
      [-2200, -2450],
      [-200, -2330],
      [1900, -2220],
      [3900, -2080],
      [6000, -2700],
      [8600, -3900],
    ],
    names: [],
  },
  {
    roadClass: 'metropolitan',
    width: 18,
    points: [
      [-2050, 190],
      [-1900, 700],
      [-1500, 1330],
      [-800, 1650],
      [40, 1700],
      [900, 1620],
      [1500, 1480],
      [1900, 900],
      [2020, 120],
      [1850, -600],
      [1780, -1500],
      [1700, -2000],
    ],
    names: [
      { near: [-1700, 1000], name: 'boulevard de l’Europe' },
      { near: [300, 1700], name: 'boulevard du Nord' },
      { near: [1950, 300], name: 'boulevard du Levant' },
      { near: [1800, -1300], name: 'pont du Levant' },
    ],
  },
  {
    roadClass: 'metropolitan',
    width: 16,
    points: [
      [-2080, 200],
      [-2250, -500],
      [-2350, -1300],
      [-2150, -2000],
      [-2200, -2440],
    ],
    names: [
      { near: [-2250, -600], name: 'boulevard de l’Industrie' },
      { near: [-2250, -1600], name: 'pont des Mariniers' },
    ],
  },
  {
    roadClass: 'metropolitan',
    width: 18,
    points: [
      [390, 315],
      [640, 560],
      [760, 900],
    ],
    names: [{ near: [600, 600], name: 'avenue de la Gare' }],
  },
];

export const QUARTERS: Quarter[] = [
  { pattern: 'old-town', centre: [-20, 30], radii: [470, 410] },
  { pattern: 'grid', centre: [1050, 480], radii: [700, 480], angle: 8 },
  { pattern: 'faubourg', centre: [-900, 350], radii: [850, 640] },
  { pattern: 'faubourg', centre: [-150, 950], radii: [900, 520] },
  { pattern: 'faubourg', centre: [850, -350], radii: [900, 640] },
  { pattern: 'faubourg', centre: [-50, -1150], radii: [820, 600] },
  { pattern: 'faubourg', centre: [-800, -350], radii: [560, 520] },
  { pattern: 'estate', centre: [-1250, 1850], radii: [620, 460], angle: 25 },
  { pattern: 'estate', centre: [1750, -1900], radii: [500, 300], angle: -40 },
  { pattern: 'suburb', centre: [-350, 2150], radii: [800, 520] },
  { pattern: 'suburb', centre: [900, 2000], radii: [850, 560] },
  { pattern: 'suburb', centre: [2300, 700], radii: [520, 760] },
  { pattern: 'suburb', centre: [2250, -400], radii: [560, 600] },
  { pattern: 'suburb', centre: [-2350, 1000], radii: [620, 560] },
  { pattern: 'suburb', centre: [-1250, -1850], radii: [760, 430] },
  { pattern: 'suburb', centre: [600, -1900], radii: [640, 380] },
  { pattern: 'business', centre: [-2250, -650], radii: [760, 700], angle: 12 },

  { pattern: 'village', centre: [4650, 20], radii: [430, 360] },
  { pattern: 'faubourg', centre: [4650, 500], radii: [640, 420] },
  { pattern: 'suburb', centre: [5500, 250], radii: [800, 620] },
  { pattern: 'suburb', centre: [4000, -350], radii: [620, 420] },
  { pattern: 'suburb', centre: [4050, 700], radii: [500, 520] },
  { pattern: 'suburb', centre: [4350, -1600], radii: [560, 460] },
  { pattern: 'estate', centre: [5350, -350], radii: [480, 330], angle: 5 },
  { pattern: 'business', centre: [6150, 950], radii: [560, 400], angle: 5 },

  { pattern: 'village', centre: [300, 4150], radii: [380, 330] },
  { pattern: 'faubourg', centre: [250, 3750], radii: [520, 360] },
  { pattern: 'suburb', centre: [-450, 4500], radii: [720, 520] },
  { pattern: 'suburb', centre: [950, 4450], radii: [680, 520] },
  { pattern: 'suburb', centre: [-600, 3650], radii: [500, 400] },
  { pattern: 'business', centre: [950, 3350], radii: [420, 340], angle: -10 },

  { pattern: 'village', centre: [-4950, 500], radii: [340, 290] },
  { pattern: 'suburb', centre: [-5450, 200], radii: [620, 440] },
  { pattern: 'suburb', centre: [-4750, 1000], radii: [620, 400] },
  { pattern: 'suburb', centre: [-4250, 250], radii: [420, 380] },

  { pattern: 'village', centre: [260, -4300], radii: [320, 300] },
  { pattern: 'suburb', centre: [-250, -3900], radii: [520, 420] },
  { pattern: 'suburb', centre: [650, -4650], radii: [480, 380] },

  { pattern: 'village', centre: [5000, 3880], radii: [260, 220] },

  // Hamlets along the roads.
  { pattern: 'village', centre: [2900, 2420], radii: [170, 130] },
  { pattern: 'village', centre: [4800, 2650], radii: [150, 140] },
  { pattern: 'village', centre: [-3650, 3400], radii: [190, 150] },
  { pattern: 'village', centre: [-2300, 3520], radii: [160, 140] },
  { pattern: 'village', centre: [3300, -4050], radii: [170, 150] },
  { pattern: 'village', centre: [1900, -3430], radii: [150, 130] },
  { pattern: 'village', centre: [-6150, 640], radii: [190, 130] },
  { pattern: 'village', centre: [450, 5550], radii: [170, 130] },
];

/** Large green and water that the streets go round. */
export const GREAT_PLACES: { kind: 'park' | 'water'; name: string; centre: Vec; radii: Vec }[] = [
  { kind: 'park', name: 'Parc des Rives', centre: [760, -480], radii: [150, 130] },
  { kind: 'park', name: 'Parc du Château d’Arlande', centre: [-900, 760], radii: [190, 140] },
  { kind: 'park', name: 'Jardin botanique', centre: [1350, 620], radii: [120, 95] },
  { kind: 'park', name: 'Parc des Îles', centre: [-1130, -640], radii: [190, 100] },
  { kind: 'park', name: 'Parc de la Colline', centre: [500, 2250], radii: [200, 160] },
  { kind: 'park', name: 'Parc du Moulin', centre: [5000, -620], radii: [190, 90] },
  { kind: 'park', name: 'Parc de la Vigneronne', centre: [-120, 4300], radii: [130, 100] },
  { kind: 'park', name: 'Parc de l’Étang', centre: [-5150, -120], radii: [220, 130] },
  { kind: 'water', name: 'Étang des Ormeaux', centre: [-5600, -260], radii: [190, 110] },
  { kind: 'water', name: 'Lac des Grands-Prés', centre: [2700, -1950], radii: [260, 110] },
];

export const WOODS: { name: string; centre: Vec; radii: Vec }[] = [
  { name: 'Forêt de Saint-Tancrède', centre: [-2100, -4350], radii: [1150, 800] },
  { name: 'Bois des Dames', centre: [2000, -5150], radii: [900, 420] },
  { name: 'Bois de la Garenne', centre: [-5200, 3650], radii: [900, 560] },
  { name: 'Bois Joli', centre: [3700, 5000], radii: [620, 420] },
  { name: 'Bois du Coteau', centre: [-1900, 4900], radii: [650, 420] },
  { name: 'Bois de la Combe', centre: [5900, 2700], radii: [560, 420] },
  { name: 'Bois du Loup', centre: [-5200, -3200], radii: [700, 330] },
  { name: 'Bois d’Argent', centre: [5500, -3700], radii: [560, 480] },
];
