import { CLEANLINESS } from './cleanliness.ts';
import { GREEN_AND_WATER } from './green-and-water.ts';
import { LIGHTING } from './lighting.ts';
import { PLACES } from './places.ts';
import { ROADS } from './roads.ts';
import type { ServiceWords } from './service-words.ts';

const WORDS: Readonly<Record<string, ServiceWords>> = {
  ...ROADS,
  ...LIGHTING,
  ...CLEANLINESS,
  ...GREEN_AND_WATER,
  ...PLACES,
};

export function wordsOf(serviceCode: string): ServiceWords {
  const words = WORDS[serviceCode];
  if (!words) throw new Error(`nobody knows how to ask for ${serviceCode}`);
  return words;
}

export type { Circumstance, ServiceWords } from './service-words.ts';
