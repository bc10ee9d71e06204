import { fold, wordsOf } from '../../words.ts';
import type { Span } from './span.ts';

/** What stands before a person's name that has become a place's. */
const PLACES =
  'rue|ruelle|avenue|av|ave|boulevard|bd|bld|bvd|place|pl|placette|square|all[ée]es?|impasse|imp|chemin|quai|cours|passage|pont|passerelle|parc|jardin|parking|parvis|[ée]coles?|coll[èe]ge|lyc[ée]e|cr[èe]che|groupe\\s+scolaire|maternelle|primaire|[ée]l[ée]mentaire|gymnase|stade|piscine|m[ée]diath[èe]que|biblioth[èe]que|salle|espace|centre|maison\\s+(?:de\\s+quartier|des\\s+associations|m[ée]dicale)|th[ée][âa]tre|h[ôo]pital|clinique|r[ée]sidence|station|arr[êe]t|m[ée]tro|gare|rond-point|giratoire|carrefour|esplanade|promenade|mont[ée]e|route|faubourg|fg|cit[ée]|zac|[ée]glise|chapelle|cath[ée]drale|basilique|cimeti[èe]re|statue|monument|fontaine|foyer|cin[ée]ma|mus[ée]e|ehpad|lotissement|tunnel|mail|voie|sente|sentier|venelle|traverse|quartier|port|complexe|complexe\\s+sportif|terrain|campus|universit[ée]|ligne|terminus|tour|fort|caserne|prix|loi|plan|fresque|halle|march[ée]|angle|coin|croisement|intersection|bus|tram|caf[ée]|bar|brasserie|restaurant|boulangerie|pharmacie|garage|entreprise|soci[ée]t[ée]|cabinet|tabac|supermarch[ée]|association|club|office|saint|sainte|st|ste';
const LINKS =
  "de|du|des|de la|de l['’]|d['’]|l['’]|le|la|les|au|à|et|avec|docteur|dr|g[ée]n[ée]ral|mar[ée]chal|pr[ée]sident|abb[ée]|p[èe]re|s[œo]e?ur|fr[èe]res|capitaine|colonel|commandant|lieutenant|sergent|amiral|professeur|monseigneur|maître|saint|sainte|st|ste|notre|monsieur|madame|ma[iî]re|rue|avenue|cours|place";
/** A place word, then only links and capitals up to the name. */
const BEFORE = new RegExp(
  `(?<![\\p{L}])(?:${PLACES})\\.?[\\s«"“-]+(?:(?:${LINKS}|(?-i:\\p{Lu})[\\p{L}.'’]*)[\\s-]+|(?:d|l)['’])*$`,
  'iu',
);
/** « Sylvie habite rue… » is not reached over a verb: only the words just before count. */
const REACH = 60;
/** What ends a place's name before the person's: « rue des Lilas. Sylvie », « rue Foch, M. Roy ». */
const PAUSE = /[.!?;:\n,()]\s*(?!.*[.!?;:\n,()])/su;

/** Whether the passage is a part of a street's or a place's name, as its sentence tells. */
export function isInPlaceName(text: string, { start, end }: Span): boolean {
  const near = text.slice(Math.max(0, start - REACH), start);
  const pause = PAUSE.exec(near.replace(/(?<=\b(?:av|bd|bld|pl|imp|st|ste|fg|dr))\./giu, ' '));
  const before = pause ? near.slice(pause.index + 1) : near;
  return BEFORE.test(stopAtTitles(before)) || isFamous(text.slice(start, end));
}

/** « devant l’école Mme Roy » is about Mme Roy; « place du Docteur Roy » is about the place. */
function stopAtTitles(before: string): string {
  const title = /(?:^|\s)(?:M|Mr|Mme|Mlle|MM)\.?\s+(?!.*(?:M|Mr|Mme|Mlle|MM)\.?\s)/su.exec(before);
  return title ? '' : before;
}

/** Those after whom half of France's streets are named (« à l’angle de Jaurès et Victor Hugo »). */
const FAMOUS = new Set(
  `victor hugo|jean jaures|jaures|charles de gaulle|jules ferry|jean moulin|marie curie|pierre et marie curie|louis pasteur|emile zola|leon blum|jean mace|anatole france|jules guesde|paul bert|pierre semard|henri barbusse|gabriel peri|salvador allende|nelson mandela|martin luther king|jacques brel|georges brassens|albert camus|antoine de saint exupery|saint exupery|jean zay|simone veil|rosa parks|louise michel|olympe de gouges|edith piaf|george sand|marcel pagnol|jacques prevert|paul eluard|louis aragon|pablo picasso|albert thomas|edouard herriot|pierre mendes france|francois mitterrand|georges pompidou|jean mermoz|roland garros|maurice ravel|claude debussy|hector berlioz|frederic mistral|alphonse daudet|jean monnet|robert schuman|jeanne d arc|joseph bara|jean baptiste clement|lazare carnot|sadi carnot|felix faure|raymond poincare|leon gambetta|denfert rochereau|aristide briand|roger salengro|marcel cachin|maurice thorez|ambroise croizat|pere noel|pierre brossolette|guy moquet|missak manouchian|danielle casanova|berty albrecht|lucie aubrac|jean bart|jacques cartier|claude monet|auguste renoir|paul cezanne|auguste rodin|camille claudel|marguerite duras|simone de beauvoir|albert einstein|thomas edison|louis lumiere|jules verne|victor schoelcher|toussaint louverture|abbe pierre`
    .split('|')
    .map((name) => name.trim()),
);

export const isFamous = (name: string) => FAMOUS.has(wordsOf(name).join(' '));

const TYPES = new Set(
  'rue avenue boulevard place square allee allees impasse chemin quai cours passage pont parc jardin ecole college lycee creche gymnase stade piscine residence route montee esplanade promenade voie sentier ruelle mail rond point groupe scolaire aire jeux arret'.split(
    ' ',
  ),
);
const SMALL = new Set('de du des la le les l d'.split(' '));

/**
 * Makes the test « is this a place's name here? » from a gazetteer's names: « Jean Jaurès » is one
 * where there is a rue Jean-Jaurès.
 */
export function placeNameTest(names: Iterable<string>): (name: string) => boolean {
  const cores = new Set<string>();
  for (const name of names) cores.add(coreOf(name));
  cores.delete('');
  return (name) => cores.has(coreOf(fold(name)));
}

function coreOf(name: string): string {
  const words = wordsOf(name);
  while (words.length > 0 && (TYPES.has(words[0] as string) || SMALL.has(words[0] as string)))
    words.shift();
  return words.join(' ');
}
