import { findAll, type Span } from './span.ts';

/** The code of a door: digits, a letter, perhaps a star or a hash. */
const ENTRY_CODE =
  /(?<!\p{L})((?:digicode|interphone|code\s+(?:d['’]entr[ée]e|de\s+(?:la\s+)?porte|portail|immeuble|de\s+l['’]immeuble)|code\s+(?:porte|entr[ée]e))\s*(?:est\s+(?:le\s+)?|:|=|n°|le\s+)?\s*[#*]?(?=[\dA-Z]*\d)[\dA-Z]{3,8}[#*]?)(?![\p{L}\d])/dgiu;
const BARE_CODE = /(?<!\p{L})code\s*:?\s*((?:[A-F]\d{4}|\d{4,5}[A-F])[#*]?)(?![\p{L}\d])/dgiu;
const FLAT =
  /(?<!\p{L})((?:appt?\.?|apt\.?|appartement|logement|studio|chambre)\s*(?:n°|n|num[ée]ro|no)?\s*(?:\d{1,4}\s?[A-Z]?|[A-Z]\d{0,4})(?![\p{L}\d]))/dgiu;
const ORDINAL =
  'premier|deuxi[èe]me|second|troisi[èe]me|quatri[èe]me|cinqui[èe]me|sixi[èe]me|septi[èe]me|huiti[èe]me|neuvi[èe]me|dixi[èe]me|dernier|\\d{1,2}\\s?(?:er|[èe]re|[èe]?me|e|°)';
const FLOOR = new RegExp(
  `(?<!\\p{L})((?:(?:${ORDINAL})\\s+(?:[ée]tage|ét\\.)|[ée]tage\\s+\\d{1,2})(?:,?\\s+(?:porte\\s+(?:de\\s+)?)?(?:gauche|droite|face))?)(?!\\p{L})(?!\\s+(?:du|de la|de l['’])\\s*(?:parking|parc|mairie|m[ée]diath[èe]que|biblioth[èe]que|gymnase|[ée]cole|h[ôo]tel de ville))`,
  'dgiu',
);
const DOORBELL =
  /(?<!\p{L})(?:[Ss]onnette|[Ii]nterphone|[Ss]onner|[Ss]onnez|[Bb]o[îi]te\s+aux\s+lettres)\s+(?:au\s+nom\s+de\s+|chez\s+|à\s+|:\s*)?(?:[Mm]\.|[Mm]r|[Mm]me|[Mm]onsieur|[Mm]adame|[Ff]amille)?\s*(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?)/dgu;
/** The number of the door behind which the writer says to live; the street is the town's. */
const LIVING =
  /(?<!\p{L})(?:j['’]?habite|nous\s+habitons|on\s+habite|je\s+r[ée]side|je\s+demeure|je\s+loge|domicili[ée]e?|demeurant|mon\s+adresse(?:\s+est)?\s*:?|chez\s+moi\s*,?|mon\s+domicile\s*,?)\s+(?:juste\s+)?(?:au|à|le)?\s*(?:num[ée]ro|n°)?\s*(\d{1,4}\s?(?:bis|ter|quater)?)(?![\d\p{L}€%])(?!\s*(?:m|km|m[èe]tres|minutes?|ans|mois|rues?\s+plus|pas)(?!\p{L}))/dgiu;

/** How to come to somebody's door: codes, flats, floors, the number of one's own house. */
export function findHomes(text: string): Span[] {
  return [
    ...findAll(text, 'home', ENTRY_CODE),
    ...findAll(text, 'home', BARE_CODE),
    ...findAll(text, 'home', FLAT),
    ...findAll(text, 'home', FLOOR),
    ...findAll(text, 'home', LIVING),
    ...findAll(text, 'name', DOORBELL),
  ];
}
