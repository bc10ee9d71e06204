import { wordsOf } from '../../words.ts';
import { BRANDS, COMMON_WORDS, OFFICES } from './common-words.ts';
import { ALSO_WORDS, GIVEN_NAMES, SURNAMES } from './given-names.ts';
import { isFamous, isInPlaceName } from './place-names.ts';
import { findAll, type Span } from './span.ts';

const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’-][\\p{L}\\p{M}]+)*\\.?";
const WORD = "[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*";
const PARTICLE = "(?:(?:de\\s+la|de|du|des|le|la|ben|el|al|van|von|da|dos|di|d['’])\\s*)";
/** One to four words, each with a capital, with their particles. */
const CAPITALS = `(?:${PARTICLE}\\s*)?${CAPITAL}(?:[ \\t\\u00a0]+${PARTICLE}?${CAPITAL}){0,3}`;

const ABBREVIATED =
  'M\\.|Mr\\.?|MM\\.|M[Mm][Ee][Ss]?\\.?|M[Ll][Ll][Ee][Ss]?\\.?|mr\\.?|mme\\.?|mlle\\.?|m\\.|Dr\\.?|dr\\.?|Me|Pr\\.?|M(?=\\s\\p{Lu}\\p{Ll})';
const WRITTEN =
  '[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|[Mm]ademoiselle|MADEMOISELLE|[Mm]essieurs|[Mm]esdames|[Dd]octeur|[Mm]aître|[Pp]rofesseur|[Ff]amille|FAMILLE|[Éé]poux|[Vv]euve|[Cc]onsorts';
const TITLED = new RegExp(
  `(?<![\\p{L}'’-])(?:(?:${ABBREVIATED})|(?:${WRITTEN}))(?:\\s+(?:et|ou|\\/|&)\\s+(?:${ABBREVIATED}|${WRITTEN}))?[ \\t\\u00a0]+(${CAPITALS})`,
  'dgu',
);
const TITLED_SMALL = new RegExp(
  `(?<![\\p{L}'’-])(?:${ABBREVIATED}|${WRITTEN})[ \\t\\u00a0]+(${WORD}(?:[ \\t\\u00a0]+${WORD})?)`,
  'dgu',
);
/** « je m’appelle … », « un certain … », « signé … ». */
const INTRODUCED = new RegExp(
  `(?<!\\p{L})(?:[Jj]e\\s+m['’]\\s?appelle|JE\\s+M['’]\\s?APPELLE|[Mm]on\\s+nom\\s+(?:est|c['’]est)|[Nn]om\\s+et\\s+pr[ée]nom\\s*:|[Nn]om\\s*:|[Pp]r[ée]nom\\s*:|[Ss]ign[ée]e?\\s*:?|(?:se\\s+nomme|s['’]appelle|nomm[ée]e?|d[ée]nomm[ée]e?|appel[ée]e?|un\\s+certain|une\\s+certaine|prénommée?)|(?:de\\s+la\\s+part|au\\s+nom)\\s+de|[Cc]ontact(?:er)?\\s*:?|[Dd]emander|[Jj]e\\s+suis)[ \\t\\u00a0]+(?:(?:${ABBREVIATED}|${WRITTEN})[ \\t]+)?(${CAPITALS})`,
  'dgu',
);
const INTRODUCED_SMALL = new RegExp(
  `(?<!\\p{L})(?:je\\s+m['’]?\\s?appel+e|mon\\s+nom\\s+est)[ \\t\\u00a0]+(${WORD}(?:[ \\t\\u00a0]+${WORD})?)`,
  'dgiu',
);
/** « mon voisin Ahmed », « les Durand », « chez M… ». */
const RELATED = new RegExp(
  `(?<!\\p{L})(?:voisine?s?|fils|filles?|mari|femme|[ée]pouse|[ée]poux|m[èe]re|p[èe]re|fr[èe]re|s[œo]e?ur|oncle|tante|cousine?|copine?|amie?|copain|compagne|compagnon|gardienne?|concierge|locataires?|propri[ée]taires?|patron|coll[èe]gue|agent|facteur|infirmi[èe]re|nourrice|b[ée]b[ée]|b[ée]n[ée]vole|enfants?|chez|chez\\s+les|les)[ \\t\\u00a0]*(?:,\\s*|:\\s*|\\()?(${CAPITALS})`,
  'dgu',
);
const CLOSING =
  /(?:cordialement|bien\s+à\s+vous|cdlt|cdt|salutations(?:\s+distingu[ée]es)?|respectueusement|amicalement|sinc[èe]rement|merci\s+d['’]avance|merci\s+beaucoup|merci|bonne\s+(?:journ[ée]e|soir[ée]e)|à\s+bient[ôo]t|d['’]avance\s+merci)\s*[,.!;:–-]*\s*(?:\n+\s*)?((?:[\p{L}.'’-]+[ \t]?){1,4})\.?\s*(?:$|\n)/dgiu;
const SIGNED_LINE = new RegExp(
  `(?:^|\\n)[ \\t]*[-–—]?[ \\t]*(${CAPITALS})[ \\t]*\\.?[ \\t]*(?=$|\\n)`,
  'dgu',
);
const TWO_WORDS = new RegExp(
  `(?<![\\p{L}'’-])${CAPITAL}(?:[ \\t\\u00a0]+${PARTICLE}?${CAPITAL}){1,3}`,
  'gu',
);
const ONE_WORD = new RegExp(`(?<![\\p{L}'’-])${WORD}`, 'gu');

export interface NameOptions {
  /** Whether these words are the name of a street or a place here. */
  isPlace: (name: string) => boolean;
  /** Names that are known to be a person's: who reported. */
  known: readonly string[];
}

/** Names of people: with a title, introduced, signed, of a neighbour, or by their given name. */
export function findNames(text: string, { isPlace, known }: NameOptions): Span[] {
  const isShouted = shouts(text);
  const places = placesIn(text, isPlace);
  const outside = (span: Span) =>
    !isInPlaceName(text, span) &&
    !places.some(({ start, end }) => start <= span.start && span.end <= end);
  const named = [
    ...findAll(text, 'name', TITLED),
    ...findAll(text, 'name', INTRODUCED),
    ...findAll(text, 'name', RELATED, (found) => !isPlace(found) && !isKnownThing(found)),
  ]
    .map((span) => trimmed(text, span, isShouted ? 2 : 4))
    .filter((span) => span !== undefined)
    .filter(outside)
    .filter(({ start, end }) => !isTitledPlace(text, start, end, isPlace));
  return [
    ...named,
    ...smallNames(text).filter(outside),
    ...signatures(text, isPlace).filter(outside),
    ...fullNames(text, isPlace, isShouted).filter(outside),
    ...givenNames(text, isPlace, isShouted).filter(outside),
    ...known.flatMap((name) => knownNames(text, name)).filter(outside),
  ];
}

/** Two words or more that are a place's name here, whatever stands before them. */
function placesIn(text: string, isPlace: NameOptions['isPlace']): Span[] {
  return findAll(text, 'name', TWO_WORDS).flatMap((span) => {
    const words = [...text.slice(span.start, span.end).matchAll(new RegExp(WORD, 'gu'))];
    return words.flatMap((first, from) =>
      words.slice(from + 1).flatMap((last) => {
        const start = span.start + first.index;
        const end = span.start + last.index + last[0].length;
        const name = text.slice(start, end);
        return isPlace(name) || isFamous(name) ? [{ ...span, start, end }] : [];
      }),
    );
  });
}

const isCommon = (word: string) => COMMON_WORDS.has(key(word)) || OFFICES.has(key(word));
const isGiven = (word: string) =>
  GIVEN_NAMES.has(key(word)) ||
  (/^\p{L}+-\p{L}+$/u.test(word) && word.split('-').every((part) => GIVEN_NAMES.has(key(part))));
const key = (word: string) => wordsOf(word).join('-');

/** Mostly capitals: there a capital says nothing. */
function shouts(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return letters.length > 12 && capitals.length / letters.length > 0.6;
}

const PARTICLES = new Set('de du des le la ben el al van von da dos di d'.split(' '));

/** The span up to the first word that names nobody, and to a number of names. */
function trimmed(text: string, span: Span, most: number): Span | undefined {
  const words = [...text.slice(span.start, span.end).matchAll(new RegExp(WORD, 'gu'))];
  const isParticle = (index: number) => PARTICLES.has(key(words[index]?.[0] ?? ''));
  let names = 0;
  let end = span.start;
  for (const [index, { 0: word, index: at }] of words.entries()) {
    if (isParticle(index)) continue;
    if (isCommon(word) || names === most) break;
    names++;
    end = span.start + at + word.length;
  }
  return names === 0 ? undefined : { ...span, end };
}

/** « les Tilleuls », « les Services Techniques »: capitals that name a thing. */
function isKnownThing(found: string): boolean {
  const [first = ''] = found.split(/\s/);
  return (
    BRANDS.has(key(first)) ||
    COMMON_WORDS.has(key(first)) ||
    OFFICES.has(key(first)) ||
    THINGS.test(first)
  );
}
const THINGS =
  /^(?:Services?|Techniques|Espaces?|Verts|Jardins?|Tilleuls|Lilas|Halles?|Bus|Tram|Métro|Mairie|Police|Pompiers|École|Ecole|Parc|Place|Rue|France|Europe|État|ANIMAUX|Restos|Alpes|JO|TCL|SNCF|ERP|PMR|EDF|Roms|Français.*|Lyonnais.*|Parisiens?)$/u;

/** « la place du Docteur Martin » is no doctor's. */
function isTitledPlace(text: string, start: number, end: number, isPlace: NameOptions['isPlace']) {
  const title = /(\p{L}+)\.?\s+$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  return title !== undefined && isPlace(`${title} ${text.slice(start, end)}`);
}

/** In small letters: « mme durand », « je m’appelle jean dupont », « sylvie martin ». */
function smallNames(text: string): Span[] {
  const titled = findAll(text, 'name', TITLED_SMALL).flatMap((span) => {
    const [first = '', second] = text.slice(span.start, span.end).split(/[ \t\u00a0]+/);
    if (isCommon(first) || first.length < 3 || /['’]/.test(first)) return [];
    const before = text.slice(Math.max(0, span.start - 14), span.start);
    const isWritten =
      /(?:monsieur|madame|famille|docteur|veuve|maître|professeur|époux|consorts|mademoiselle|messieurs|mesdames)\s+$/i.test(
        before,
      );
    const isName = SURNAMES.has(key(first)) || GIVEN_NAMES.has(key(first)) || !isWritten;
    if (!isName) return [];
    const more =
      second && (SURNAMES.has(key(second)) || /^\p{Lu}\p{L}/u.test(second)) && !isCommon(second);
    return {
      ...span,
      end: span.start + (more ? text.slice(span.start, span.end).length : first.length),
    };
  });
  const introduced = findAll(text, 'name', INTRODUCED_SMALL).flatMap((span) => {
    const [first = '', second] = text.slice(span.start, span.end).split(/[ \t\u00a0]+/);
    if (isCommon(first)) return [];
    return { ...span, end: second && !isCommon(second) ? span.end : span.start + first.length };
  });
  return [...titled, ...introduced];
}

/** What stands under a closing formula, or alone on the last line. */
function signatures(text: string, isPlace: NameOptions['isPlace']): Span[] {
  const closed = findAll(text, 'name', CLOSING, (found) => {
    const words = found.trim().split(/\s+/);
    return (
      words.every((word) => !isCommon(word)) &&
      words.some((word) => isGiven(word) || /^\p{Lu}/u.test(word) || words.length === 2)
    );
  }).map((span) => ({
    ...span,
    end: span.start + text.slice(span.start, span.end).trimEnd().length,
  }));
  const lines = findAll(text, 'name', SIGNED_LINE, (found, match) => {
    const words = found.trim().split(/\s+/);
    const isLast =
      text.slice((match.index ?? 0) + match[0].length).trim().length < 60 && (match.index ?? 0) > 0;
    return isLast && words.some(isGiven) && !words.some(isCommon) && !isPlace(found);
  });
  return [...closed, ...lines];
}

/** A given name with a surname after it, or a surname in capitals before it. */
function fullNames(text: string, isPlace: NameOptions['isPlace'], isShouted: boolean): Span[] {
  return findAll(text, 'name', TWO_WORDS).flatMap((span) => {
    const words = [...text.slice(span.start, span.end).matchAll(new RegExp(WORD, 'gu'))];
    const at = words.findIndex(([word]) => isGiven(word));
    if (at < 0) return [];
    const given = words[at] as RegExpMatchArray & { index: number };
    const previous = words[at - 1];
    const isSurnameFirst =
      previous &&
      /^\p{Lu}{2,}$/u.test(previous[0]) &&
      !isCommon(previous[0]) &&
      (!isShouted || SURNAMES.has(key(previous[0])));
    const first = isSurnameFirst ? previous : given;
    const after = words.slice(at + 1).filter(([word]) => !isCommon(word));
    const surname = isShouted
      ? after.find(([word]) => SURNAMES.has(key(word)) || isGiven(word))
      : after.at(-1);
    if (!surname && !isSurnameFirst) return [];
    const last = surname ?? given;
    const start = span.start + (first.index ?? 0);
    const end = span.start + (last.index ?? 0) + last[0].length;
    return isPlace(text.slice(start, end)) ? [] : [{ start, end, kind: 'name' as const }];
  });
}

/** A given name that is nothing else, wherever it stands; in small letters too. */
function givenNames(text: string, isPlace: NameOptions['isPlace'], isShouted: boolean): Span[] {
  return [...text.matchAll(ONE_WORD)].flatMap(({ 0: word, index }) => {
    if (!isGiven(word) || ALSO_WORDS.has(key(word)) || word.length < 4) return [];
    const isSmall = /^\p{Ll}/u.test(word);
    const end = index + word.length;
    if (isPlace(word)) return [];
    const [, spaces = '', next = ''] = /^([ \t\u00a0]+)([\p{L}-]+)/u.exec(text.slice(end)) ?? [];
    const goesOn = (isSmall || isShouted) && SURNAMES.has(key(next)) && !isCommon(next);
    return {
      start: index,
      end: goesOn ? end + spaces.length + next.length : end,
      kind: 'name' as const,
    };
  });
}

/** The name of the one who reported: whole in any case, a part of it with its capital. */
function knownNames(text: string, name: string): Span[] {
  const parts = name.split(/\s+/).filter((part) => part.length > 2 && !isCommon(part));
  const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (parts.length === 0) return [];
  const any = parts.map(literal).join('|');
  const whole = new RegExp(`(?<!\\p{L})(?:${any})(?:\\s+(?:${any}))+(?!\\p{L})`, 'giu');
  const part = new RegExp(`(?<!\\p{L})(?:${any})(?!\\p{L})`, 'giu');
  return [
    ...findAll(text, 'name', whole),
    ...findAll(text, 'name', part, (found) => /^\p{Lu}/u.test(found)),
  ];
}
