import type { Classifier } from '../../../../../engines/classify/index.ts';
import type { Service } from '../catalogue.ts';
import type { CatalogueSuggestion, SuggestionIndex } from './suggest-from-catalogue.ts';
import type { Suggestion, Suggestions } from './suggestion.ts';

/** What a territory's history taught. */
export interface Taught {
  classifier: Classifier;
  /** How much history counts beside the catalogue's words, from 0 to 1. */
  weight: number;
}

/** What is known when words are to be understood. */
export interface Knowledge {
  byCode: ReadonlyMap<string, Service>;
  catalogue: SuggestionIndex;
  /** Absent as long as there is too little history. */
  taught?: Taught | undefined;
}

const SHOWN = 5;
/** Beside a good answer, one so much weaker is noise; what is hardly probable is never shown. */
const BESIDE_THE_BEST = 0.2;
const WORTH_SHOWING = 0.05;
/** The catalogue alone is sure when its best answer is strong, and no other comes near. */
const STRONG = 0.35;
const NEAR = 0.85;
/** A word that weighs less than this beside the heaviest did not count. */
const WORD_THAT_COUNTED = 0.3;
const WORDS_SHOWN = 4;

/**
 * The services that a text speaks of: the catalogue's words and the territory's history, each
 * weighed by what it proved to be worth. A service that is no longer offered is never suggested,
 * and a new one that history does not know yet is found by its words.
 */
export function suggestServices(
  { byCode, catalogue, taught }: Knowledge,
  text: string,
  limit = SHOWN,
): Suggestions {
  const fromCatalogue = catalogue.suggest(text, 50);
  if (!taught || taught.weight === 0) return fromWordsAlone(fromCatalogue, limit);
  const { classifier, weight } = taught;
  const { predictions, sure } = classifier.suggest({ text }, 20);
  if (predictions.length === 0) return fromWordsAlone(fromCatalogue, limit);

  const byWords = new Map(fromCatalogue.map((found) => [found.service.code, found]));
  const chances = new Map(predictions.map(({ label, probability }) => [label, probability]));
  const blended = [...new Set([...byWords.keys(), ...chances.keys()])].flatMap((code) => {
    const service = byCode.get(code);
    if (!service?.offered) return [];
    const words = byWords.get(code);
    const ofHistory = weight * (chances.get(code) ?? 0);
    const ofCatalogue = (1 - weight) * (words?.score ?? 0);
    return [{ service, words, ofHistory, ofCatalogue, score: ofHistory + ofCatalogue }];
  });
  blended.sort((a, b) => b.score - a.score);
  const least = Math.max(WORTH_SHOWING, (blended[0]?.score ?? 0) * BESIDE_THE_BEST);
  const items = blended
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ service, words, ofHistory, ofCatalogue, score }): Suggestion => {
      const heard = wordsThatCounted(classifier, text, service.code);
      return ofHistory > ofCatalogue && heard.length > 0
        ? { service, score, words: heard, source: 'history' }
        : { service, score, words: words?.words ?? heard, source: 'catalogue' };
    });
  // Nothing of the text was understood: what is merely frequent is no suggestion.
  if (!sure && fromCatalogue.length === 0 && !classifier.isFamiliar({ text })) {
    return { items: [], sure: false };
  }
  const agrees = items[0]?.service.code === predictions[0]?.label;
  return { items, sure: (sure && agrees) || isClear(items) };
}

function fromWordsAlone(found: CatalogueSuggestion[], limit: number): Suggestions {
  const items = found
    .slice(0, limit)
    .map((suggestion): Suggestion => ({ ...suggestion, source: 'catalogue' }));
  return { items, sure: isClear(items) };
}

/** By the catalogue's words alone. */
function isClear([best, second]: Suggestion[]): boolean {
  if (best?.source !== 'catalogue') return false;
  return best.score >= STRONG && (second?.score ?? 0) <= NEAR * best.score;
}

function wordsThatCounted(classifier: Classifier, text: string, code: string): string[] {
  const reasons = classifier.explain({ text }, code).filter(({ isTag }) => !isTag);
  const heaviest = reasons[0]?.weight ?? 0;
  return reasons
    .filter(({ weight, source }) => source !== '#' && weight >= WORD_THAT_COUNTED * heaviest)
    .slice(0, WORDS_SHOWN)
    .map(({ source }) => source);
}
