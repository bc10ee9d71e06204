import type { Vec } from '../core/plane.ts';

/** Who the communes are. The codes lie in a range that no French commune can have. */
export interface CommuneFacts {
  key: CommuneKey;
  name: string;
  code: string;
  postcode: string;
  population: number;
  centre: Vec;
  /** Painted before the number on its lamps. */
  initials: string;
}

export type CommuneKey =
  | 'montserein'
  | 'belrive'
  | 'clairvigne'
  | 'ormeaux'
  | 'tancrede'
  | 'fontgrise';

export const COMMUNES: readonly CommuneFacts[] = [
  {
    key: 'montserein',
    name: 'Montserein',
    code: '99001',
    postcode: '99000',
    population: 62_418,
    centre: [0, 40],
    initials: 'MS',
  },
  {
    key: 'belrive',
    name: 'Belrive-sur-Sereine',
    code: '99002',
    postcode: '99200',
    population: 24_106,
    centre: [4650, 60],
    initials: 'BR',
  },
  {
    key: 'clairvigne',
    name: 'Clairvigne',
    code: '99003',
    postcode: '99300',
    population: 14_792,
    centre: [260, 4150],
    initials: 'CV',
  },
  {
    key: 'ormeaux',
    name: 'Les Ormeaux-en-Val',
    code: '99004',
    postcode: '99400',
    population: 9_874,
    centre: [-4950, 560],
    initials: 'OV',
  },
  {
    key: 'tancrede',
    name: 'Saint-Tancrède-des-Bois',
    code: '99005',
    postcode: '99500',
    population: 5_981,
    centre: [330, -4300],
    initials: 'ST',
  },
  {
    key: 'fontgrise',
    name: 'Fontgrise',
    code: '99006',
    postcode: '99310',
    population: 803,
    centre: [5000, 3900],
    initials: 'FG',
  },
];

export const TERRITORY = {
  slug: 'val-serein',
  name: 'Métropole du Val-Serein',
  departement: { name: 'Haute-Sereine', code: '99' },
} as const;
