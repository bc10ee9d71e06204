import type { Random } from '../core/random.ts';

/** The next number of a side of a street: « 7 », then « 9 », or « 7 bis » for a door cut later. */
export type NumberDoor = (street: string, side: 'left' | 'right') => string;

/** Odd on the left, even on the right, from the street's beginning, as French communes do. */
export function createDoorNumbers(random: Random): NumberDoor {
  const last = new Map<string, { number: number; bis: boolean }>();
  return (street, side) => {
    const key = `${street} ${side}`;
    const before = last.get(key);
    if (before && !before.bis && random.chance(0.025)) {
      before.bis = true;
      return `${before.number} bis`;
    }
    const number = before ? before.number + 2 : side === 'left' ? 1 : 2;
    last.set(key, { number, bis: false });
    return String(number);
  };
}
