import { UNSORTED } from './default-catalogue/unsorted.ts';
import type { Grade } from './model.ts';
import type { NextSteps } from './next-steps.ts';

/** The kinds of answer that Open311 knows (GeoReport v2, « GET Service Definition »). */
export const DATATYPES = [
  'string',
  'number',
  'datetime',
  'text',
  'singlevaluelist',
  'multivaluelist',
] as const;
export type Datatype = (typeof DATATYPES)[number];

/** One thing to ask of whoever reports: an Open311 attribute, in our spelling. */
export interface Question {
  /** False when it only informs, and takes no answer. */
  variable: boolean;
  code: string;
  datatype: Datatype;
  required: boolean;
  /** How to fill it in, e.g. « Le numéro est sur le mât ». */
  datatypeDescription: string;
  /** From 1, unique within the service. */
  order: number;
  /** The question itself. */
  description: string;
  /** Of the two list kinds only. */
  values: { key: string; name: string }[];
}

/** Something that residents may ask of the town. */
export interface Service {
  code: string;
  name: string;
  description: string;
  group: string;
  keywords: string[];
  questions: Question[];
  /** Shown before the form when a life may be at stake: whom to call at once. */
  emergencyNotice: string | null;
  defaultSeverity: Grade;
  defaultUrgency: Grade;
  targetDays: number | null;
  offered: boolean;
  nextSteps?: NextSteps;
  /** Of what an editor saw; counted by the store. */
  version?: number;
}

/**
 * What makes a catalogue unusable, in French for whoever wrote it; empty when it is sound.
 * Shapes and lengths are the schema's to check; this is what no schema can say.
 */
export function catalogueFaults(services: Service[]): string[] {
  return [
    ...services
      .filter(({ code }) => code === UNSORTED.code)
      .map(({ code }) => `Le code « ${code} » est réservé à ce qui arrive sans prestation.`),
    ...repeated(services.map((service) => service.code)).map(
      (code) => `La prestation « ${code} » figure deux fois.`,
    ),
    ...services.flatMap((service) =>
      questionFaults(service.questions).map((fault) => `Prestation « ${service.code} » : ${fault}`),
    ),
  ];
}

function questionFaults(questions: Question[]): string[] {
  const faults = [
    ...repeated(questions.map(({ code }) => code)).map((code) => `question « ${code} » répétée.`),
    ...repeated(questions.map(({ order }) => order)).map(
      (order) => `deux questions au rang ${order}.`,
    ),
  ];
  for (const { code, datatype, required, variable, values } of questions) {
    const isList = datatype === 'singlevaluelist' || datatype === 'multivaluelist';
    if (isList && values.length === 0) faults.push(`la question « ${code} » n’offre aucun choix.`);
    if (!isList && values.length > 0) faults.push(`la question « ${code} » n’est pas une liste.`);
    if (required && !variable) faults.push(`la question « ${code} » n’attend pas de réponse.`);
    for (const key of repeated(values.map((value) => value.key))) {
      faults.push(`choix « ${key} » répété à la question « ${code} ».`);
    }
  }
  return faults;
}

function repeated<T>(items: T[]): T[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}
