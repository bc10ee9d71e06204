import { DEFAULT_CATALOGUE } from '../../server/src/modules/service-requests/index.ts';
import type { Random } from '../core/random.ts';
import type { Channel } from '../types.ts';
import type { Place } from './places.ts';

type Hints = readonly (readonly [RegExp, string])[];

/** What the text already says: answers must not contradict it. */
const HINTS: Readonly<Record<string, Hints>> = {
  'cleanliness.dumping/what': [
    [/amiante|huile|peinture/i, 'hazardous'],
    [/gravats/i, 'rubble'],
    [/sac|carton|ordure/i, 'bags'],
    [/matelas|canap|frigo|machine|armoire|sommier|meuble|encombrant/i, 'furniture'],
  ],
  'cleanliness.graffiti/offensive': [
    [/injur|raci|insult|hain|gamm/i, 'yes'],
    [/./, 'no'],
  ],
  'roads.pothole/where': [
    [/piste cyclable/i, 'cycleway'],
    [/./, 'carriageway'],
  ],
  'roads.pothole/size': [
    [/assiette/i, 'plate'],
    [/bassine|enorme|énorme|gros|défonc|defonc|affaiss/i, 'table'],
  ],
  'lighting.lamp-out/how-many': [
    [/toute la rue|tous les|nous sommes|public/i, 'street'],
    [/(deux|trois|plusieurs) lamp|sur deux/i, 'several'],
    [/./, 'one'],
  ],
  'green.tree/state': [
    [/tomb|couch|dérac|derac|pench/i, 'leaning'],
    [/mort|creux|champignon/i, 'dead'],
    [/touch|élag|elag|cach/i, 'overgrown'],
    [/branche/i, 'broken'],
  ],
  'play.equipment/hurt': [
    [/coup|coinc|bosse/i, 'yes'],
    [/./, 'no'],
  ],
  'water.leak/flow': [
    [/jaill|éclat|cass|céd|lâch/i, 'burst'],
    [/continu|jour et nuit|ruissel|coule/i, 'stream'],
    [/./, 'drip'],
  ],
};

const VEHICLES: Hints = [
  [/scooter/i, 'Scooter noir'],
  [/trottinette/i, 'Trottinettes en libre-service'],
  [/caravane/i, 'Caravane beige'],
  [/v[ée]lo/i, 'Vélo rouge'],
  [/utilitaire/i, 'Utilitaire blanc'],
];
const CARS = ['Berline grise', 'Petite citadine blanche', 'Break bleu', 'Monospace vert foncé'];

/** How many answer the questions of a form, or are asked them on the phone. */
const ANSWERING: Readonly<Record<Channel, number>> = {
  web: 0.65,
  phone: 0.45,
  desk: 0.4,
  letter: 0,
  mail: 0.1,
  elected: 0.15,
  social: 0,
  sms: 0,
};

const questionsOf = new Map(DEFAULT_CATALOGUE.map(({ code, questions }) => [code, questions]));

/** Answers to the catalogue's questions, in agreement with the description. */
export function answerQuestions(
  random: Random,
  serviceCode: string,
  channel: Channel,
  description: string,
  place: Place,
): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { code, values } of questionsOf.get(serviceCode) ?? []) {
    if (!random.chance(ANSWERING[channel])) continue;
    const answer =
      values.length > 0
        ? chooseValue(random, `${serviceCode}/${code}`, description, values)
        : tell(random, code, description, place);
    if (answer) answers[code] = answer;
  }
  return answers;
}

function chooseValue(
  random: Random,
  question: string,
  description: string,
  values: readonly { key: string }[],
): string {
  const hint = HINTS[question]?.find(([pattern]) => pattern.test(description));
  return hint?.[1] ?? random.pick(values).key;
}

function tell(
  random: Random,
  question: string,
  description: string,
  { feature }: Place,
): string | undefined {
  if (question === 'lamp-number') return feature.reference;
  return VEHICLES.find(([pattern]) => pattern.test(description))?.[1] ?? random.pick(CARS);
}
