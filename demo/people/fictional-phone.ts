import type { Random } from '../core/random.ts';

/**
 * Ranges that ARCEP keeps for fiction (décision 2018-0881): no subscriber will ever have them.
 */
const LANDLINE = '04 65 71';
const MOBILE = '06 39 98';

const lastFour = (value: number) => {
  const digits = String(value).padStart(4, '0');
  return `${digits.slice(0, 2)} ${digits.slice(2)}`;
};

/** The switchboard of an organization: the same rank, the same number. */
export const switchboard = (rank: number): string => `${LANDLINE} ${lastFour(100 * rank)}`;

export function residentPhone(random: Random): string {
  return `${random.chance(0.7) ? MOBILE : LANDLINE} ${lastFour(random.integer(0, 9999))}`;
}
