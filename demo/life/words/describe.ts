import type { Random } from '../../core/random.ts';
import type { Channel } from '../../types.ts';
import { isSudden } from '../grade.ts';
import { type Circumstance, wordsOf } from './index.ts';
import { misspell } from './misspell.ts';
import { FRAMES, JUST_NOW, type Register, SINCE } from './registers.ts';
import { say } from './template.ts';

const REGISTERS: Readonly<Record<Channel, readonly (readonly [Register, number])[]>> = {
  web: [
    ['terse', 30],
    ['plain', 34],
    ['polite', 24],
    ['angry', 12],
  ],
  phone: [
    ['phone', 75],
    ['terse', 25],
  ],
  desk: [
    ['phone', 60],
    ['terse', 25],
    ['plain', 15],
  ],
  letter: [
    ['letter', 90],
    ['polite', 10],
  ],
  mail: [
    ['mail', 65],
    ['polite', 25],
    ['angry', 10],
  ],
  elected: [['elected', 100]],
  social: [
    ['social', 80],
    ['angry', 20],
  ],
  sms: [
    ['sms', 70],
    ['terse', 30],
  ],
};
/** Typed with the thumbs, in a hurry. */
const TYPED: readonly Channel[] = ['web', 'social', 'sms'];

export interface Telling {
  serviceCode: string;
  channel: Channel;
  where: string;
  circumstance: Circumstance | undefined;
}

/** The sentence already says since when. */
const DATED =
  /depuis|nuit|hier|week-end|semaine|matin|jours?\b|soir|mois|chaque|déjà|récent|après|année|l’an/i;
const ELISION = /\bque (?=[aeiouyéèêàâîôû])/gi;

/** What the resident wrote, or what the agent who took the call noted. */
export function describeProblem(random: Random, telling: Telling): string {
  const { serviceCode, channel, where, circumstance } = telling;
  const words = wordsOf(serviceCode);
  const seasonal = circumstance && words.when?.[circumstance];
  const pool = seasonal && random.chance(0.65) ? seasonal : words.what;
  const what = say(random, random.pick(pool), { where });
  const frames = FRAMES[random.weighted(REGISTERS[channel])];
  const fitting = DATED.test(what) ? frames.filter((frame) => !frame.includes('{since}')) : frames;
  const frame = random.pick(fitting.length > 0 ? fitting : frames);
  const text = say(random, frame, {
    what,
    lower: what.charAt(0).toLowerCase() + what.slice(1),
    short: say(random, random.pick(words.short), { where }),
    effect: say(random, random.pick(words.effect)),
    ask: say(random, random.pick(words.ask)),
    since: random.pick(isSudden(serviceCode) ? SINCE.slice(0, JUST_NOW) : SINCE),
  }).replace(ELISION, 'qu’');
  const tidy = text.replace(/ +([,.])/g, '$1').replace(/ {2,}/g, ' ');
  // Agents and letter writers mind their spelling; thumbs type straight apostrophes.
  if (TYPED.includes(channel)) {
    const typed = random.chance(0.16) ? misspell(random, tidy) : tidy;
    return typed.replaceAll('’', "'");
  }
  return tidy;
}
