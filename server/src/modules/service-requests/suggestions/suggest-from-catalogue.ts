import { LRUCache } from 'lru-cache';
import type { Service } from '../catalogue.ts';
import { likeness, meaningfulWords, trigrams, withoutSpans } from '../words.ts';

/** A service that a resident's own words seem to speak of, by the catalogue's words. */
export interface CatalogueSuggestion {
  service: Service;
  /** From 0 to 1; 1 is never reached. */
  score: number;
  /** The resident's words that made it so, as they were folded. */
  words: string[];
}

/** Finds services by free text. Built once per catalogue; a search reads no database. */
export interface SuggestionIndex {
  suggest(text: string, limit?: number): CatalogueSuggestion[];
}

/** How much a word says, by where the catalogue has it. */
const WEIGHT = { keyword: 1, name: 0.9, group: 0.4, description: 0.35 };
/** A keyword of several words that are all in the text (« nid de poule ») counts this much more. */
const PHRASE_BONUS = 1.5;
/** A misspelt word counts less than the word itself, and below this likeness not at all. */
const LIKE_ENOUGH = 0.4;
const SHORTEST_MISSPELT = 5;
/** The same misspelt words come back: looking for what they mean is nearly all the work. */
const MISSPELT_KEPT = 20_000;
/** A text is short in the form and long in a letter: the first words say the most. */
const WORDS_READ = 60;
/** The score of a sum of weights: half at this sum, so that scores stay comparable. */
const HALF_SCORE = 1.2;
const WORTH_SHOWING = 0.15;
/** Beside a good answer, one that says half as much is noise. */
const BESIDE_THE_BEST = 0.55;

export function createSuggestionIndex(services: Service[]): SuggestionIndex {
  const entries = services.filter((service) => service.offered).map(toEntry);
  const spread = new Map<string, number>();
  for (const { weights } of entries) {
    for (const known of weights.keys()) spread.set(known, (spread.get(known) ?? 0) + 1);
  }
  const vocabulary = [...spread.keys()].map((known) => ({ known, pieces: trigrams(known) }));
  const understoodBefore = new LRUCache<string, [string, number][]>({ max: MISSPELT_KEPT });
  /** A word that half the catalogue uses says little: inverse document frequency, within 0 to 1. */
  const rarity = (known: string) =>
    1 - Math.log(spread.get(known) ?? 1) / Math.log(entries.length + 1);

  /** Stems of the catalogue that the word may stand for, with its likeness to each. */
  function meanings(word: string, wordStem: string): [string, number][] {
    if (spread.has(wordStem)) return [[wordStem, 1]];
    if (word.length < SHORTEST_MISSPELT) return [];
    const before = understoodBefore.get(wordStem);
    if (before) return before;
    const pieces = trigrams(wordStem);
    const found = vocabulary
      .map((one): [string, number] => [one.known, likeness(pieces, one.pieces)])
      .filter(([, alike]) => alike >= LIKE_ENOUGH)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3);
    understoodBefore.set(wordStem, found);
    return found;
  }

  return {
    suggest(text, limit = 5) {
      const typed = meaningfulWords(withoutSpans(text)).slice(0, WORDS_READ);
      const understood = new Map<string, { word: string; alike: number }>();
      for (const { word, stem: wordStem } of typed) {
        for (const [known, alike] of meanings(word, wordStem)) {
          if ((understood.get(known)?.alike ?? 0) < alike) {
            understood.set(known, { word, alike });
          }
        }
      }
      const found = entries
        .map(({ service, weights, phrases }) => {
          let sum = 0;
          const words = new Set<string>();
          for (const [known, { word, alike }] of understood) {
            const weight = weights.get(known);
            if (weight === undefined) continue;
            sum += weight * rarity(known) * alike;
            words.add(word);
          }
          if (phrases.some((phrase) => phrase.every((part) => understood.has(part)))) {
            sum *= PHRASE_BONUS;
          }
          return { service, score: sum / (sum + HALF_SCORE), words: [...words] };
        })
        .filter(({ score }) => score >= WORTH_SHOWING)
        .sort((a, b) => b.score - a.score);
      const least = (found[0]?.score ?? 0) * BESIDE_THE_BEST;
      return found.filter(({ score }) => score >= least).slice(0, limit);
    },
  };
}

interface Entry {
  service: Service;
  weights: Map<string, number>;
  phrases: string[][];
}

function toEntry(service: Service): Entry {
  const weights = new Map<string, number>();
  const learn = (text: string, weight: number) => {
    for (const { stem: known } of meaningfulWords(text)) {
      weights.set(known, Math.max(weight, weights.get(known) ?? 0));
    }
  };
  learn(service.description, WEIGHT.description);
  learn(service.group, WEIGHT.group);
  learn(service.name, WEIGHT.name);
  for (const keyword of service.keywords) learn(keyword, WEIGHT.keyword);
  const phrases = service.keywords
    .map((keyword) => meaningfulWords(keyword).map((part) => part.stem))
    .filter((phrase) => phrase.length > 1);
  return { service, weights, phrases };
}
