import { findAll, type Span } from './span.ts';

const HEALTH =
  /(?<!\p{L})(?:(?:lourdement|gravement|tr[èe]s|sous)?\s*(?:handicap[ée]e?s?|autistes?|diab[ée]tiques?|[ée]pileptiques?|asthmatiques?|trisomiques?|schizophr[èe]nes?|bipolaires?|d[ée]pressi(?:f|ve)s?|d[ée]pression|alcooliques?|toxicomanes?|drogu[ée]e?s?|s[ée]ropositi(?:f|ve)s?|canc[ée]reu(?:x|se)|cancer|leuc[ée]mie|sclérose en plaques|alzheimer|parkinson|VIH|sida|AVC|infarctus|dialys[ée]e?s?|dialyse|chimioth[ée]rapie|chimio|insuffisan(?:t|te|ce)\s+(?:cardiaque|r[ée]nale|respiratoire)|h[ée]patite|tuberculose|enceinte|s[ée]nile|d[ée]mence|sous\s+tutelle|sous\s+curatelle|sous\s+oxyg[èe]ne|invalide|invalidit[ée]|en\s+fauteuil(?:\s+roulant)?|fauteuil\s+roulant|non[- ]voyante?s?|malvoyante?s?|aveugle|sourde?s?|hospitalis[ée]e?s?|psychiatr(?:ie|ique)|troubles\s+psychiques))(?!\p{L})/giu;
/** What makes it about someone in particular; « une place handicapés » is about nobody. */
const SOMEONE =
  /(?<!\p{L})(?:ma\s+(?:m[èe]re|femme|fille|s[œoe]+ur|grand-?m[èe]re|tante|voisine|compagne|conjointe|belle-m[èe]re|maman)|mon\s+(?:p[èe]re|mari|fils|fr[èe]re|grand-?p[èe]re|oncle|voisin|compagnon|conjoint|beau-p[èe]re|papa|enfant|b[ée]b[ée])|mes\s+(?:parents|enfants|voisins)|notre\s+(?:fils|fille|voisine?)|son\s+(?:mari|fils|p[èe]re)|sa\s+(?:femme|fille|m[èe]re)|(?:le|la)\s+(?:voisine?|locataire|gardienne?)|je\s+suis|j['’]ai|qui\s+est)(?!\p{L})/iu;
/** Words of health that speak of the street's equipment. */
const EQUIPMENT =
  /(?:places?|stationnements?|emplacements?|parkings?|toilettes?|acc[èe]s|rampes?|carte|macaron|panneau|ascenseur|pour|aux|personnes?|des)\s*(?:pour\s+)?(?:les\s+|personnes\s+)*(?:à\s+mobilit[ée]\s+r[ée]duite\s+)?(?:["«]\s*)?$/iu;

/** Words of health in a sentence that is about somebody. @param named - where names stand */
export function findHealth(text: string, named: readonly Span[]): Span[] {
  return findAll(text, 'health', HEALTH).flatMap((span) => {
    const lead = /^\s*/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
    const start = span.start + lead;
    const sentence = sentenceAround(text, start);
    const isNamed = named.some(
      ({ start: at, kind }) => kind === 'name' && at >= sentence.start && at < sentence.end,
    );
    const about = text.slice(sentence.start, sentence.end);
    if (!isNamed && !SOMEONE.test(about)) return [];
    return EQUIPMENT.test(text.slice(sentence.start, start)) ? [] : [{ ...span, start }];
  });
}

/** A full stop after « M » or « Mme » ends no sentence. */
function sentenceAround(text: string, at: number): { start: number; end: number } {
  const ends = [...text.matchAll(/(?<!(?:^|[\s(])(?:M|Mr|Mme|Mlle|Dr|Me))[.!?…\n]+/gu)].map(
    ({ index }) => index,
  );
  const start = ends.findLast((end) => end < at);
  return {
    start: start === undefined ? 0 : start + 1,
    end: ends.find((end) => end >= at) ?? text.length,
  };
}
