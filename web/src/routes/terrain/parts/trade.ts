import type { field } from '#lib/i18n/field.ts';

/** A kind of work that has its own phrases to tap. */
export type Trade = keyof ReturnType<typeof field>['phrases'];

/** Words by which the trade of a job is known. */
const TRADES: readonly [Trade, RegExp][] = [
  ['lighting', /lampad|lampe|éclair|candélabre|lumin(aire|eux)|\blight/i],
  ['signs', /panneau|signalisation|marquage|feux? tricolore|barrière|potelet/i],
  ['roads', /nid-de-poule|chaussée|trottoir|voirie|enrobé|bordure|\btrou|pavé/i],
  ['cleaning', /propreté|déchet|dépôt|\btags?\b|graffiti|poubelle|encombrant|nettoy|corbeille/i],
  ['green', /arbre|branche|végét|pelouse|\bhaie|espaces? verts?|herbe|tonte/i],
  ['water', /\beaux?\b|fuite|égout|avaloir|assainissement|bouche|inond/i],
  ['furniture', /\bbancs?\b|mobilier|\bjeux?\b|\babri|fontaine/i],
];

/** The trade that the title and service of a job speak of; `other` when none is known. */
export function tradeOf(about: string): Trade {
  return TRADES.find(([, pattern]) => pattern.test(about))?.[0] ?? 'other';
}
