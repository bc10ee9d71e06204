import { describe, expect, it } from 'vitest';
import type { Service } from '../catalogue.ts';
import { DEFAULT_CATALOGUE } from '../default-catalogue/index.ts';
import { fold, similarity, stem } from '../words.ts';
import { createSuggestionIndex } from './suggest-from-catalogue.ts';

const service = (code: string, name: string, keywords: string[], group = 'Voirie'): Service => ({
  code,
  name,
  description: '',
  group,
  keywords,
  questions: [],
  emergencyNotice: null,
  defaultSeverity: 2,
  defaultUrgency: 2,
  targetDays: null,
  offered: true,
});
const index = createSuggestionIndex([
  service('pothole', 'Chaussée abîmée', ['nid de poule', 'trou', 'goudron', 'bitume']),
  service('lamp', 'Lampadaire en panne', ['éclairage', 'lumière', 'ampoule', 'noir'], 'Éclairage'),
  service('tree', 'Arbre ou branche', ['élagage', 'racine', 'tomber'], 'Espaces verts'),
  service('dumping', 'Dépôt sauvage', ['ordures', 'encombrants', 'matelas', 'déchets'], 'Propreté'),
  { ...service('retired', 'Lampadaire ancien', ['lampadaire']), offered: false },
]);
const first = (text: string) => index.suggest(text)[0]?.service.code;

describe('suggestions', () => {
  it.each([
    ['il y a un gros nid-de-poule devant chez moi', 'pothole'],
    ['TROUS DANS LE GOUDRON', 'pothole'],
    ['lampadere cassé', 'lamp'],
    ['plus de lumiere dans ma rue, il fait noir', 'lamp'],
    ['elagages a faire', 'tree'],
    ['une grosse branche menace de tomber', 'tree'],
    ['des encombrant et un vieux matela sur le trottoir', 'dumping'],
    ['dechet', 'dumping'],
  ])('of « %s »: %s', (text, code) => {
    expect(first(text)).toBe(code);
  });

  it('say which words made them', () => {
    expect(index.suggest('un lampadère éteint')[0]?.words).toEqual(['lampadere']);
  });

  it('score from 0 to 1, the best first, never what is no longer offered', () => {
    const found = index.suggest('lampadaire et arbre et trou et ordures', 10);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(score > 0 && score < 1).toBe(true);
    expect(found.map(({ service: { code } }) => code)).not.toContain('retired');
  });

  it('say nothing of what the catalogue does not know', () => {
    expect(index.suggest('bonjour je voudrais un passeport')).toEqual([]);
    expect(index.suggest('')).toEqual([]);
    expect(index.suggest('🌳'.repeat(500))).toEqual([]);
  });

  it('read a ten-thousand-character letter in a moment', () => {
    const letter = 'le lampadère de la rue des Lilas '.repeat(300);
    const start = performance.now();
    expect(index.suggest(letter)[0]?.service.code).toBe('lamp');
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('the catalogue that every town begins with', () => {
  const whole = createSuggestionIndex(DEFAULT_CATALOGUE.map((one) => ({ ...one, offered: true })));

  it.each([
    ['le lampadaire devant le 12 rue du Vallon est éteint depuis trois jours', 'lighting.lamp-out'],
    ['ça fait 3 nuits qu’on est dans le noir, le lampadaire est éteint', 'lighting.lamp-out'],
    ['le lampadaire reste allumé en plein jour depuis deux semaines', 'lighting.lamp-on'],
    ['il y a un gros trou dans la route depuis un mois', 'roads.pothole'],
    [
      'un matelas et des sacs abandonnés sur le trottoir depuis quelques jours',
      'cleanliness.dumping',
    ],
    ['la balançoire du parc est cassée, les enfants vont se blesser', 'play.equipment'],
    ['de l’eau jaillit de la chaussée depuis une heure', 'water.leak'],
    ['une branche menace de tomber sur le trottoir', 'green.tree'],
    ['une voiture ventouse sans roue est là depuis plusieurs mois', 'parking.abandoned'],
  ])('hears in « %s »: %s', (text, code) => {
    expect(whole.suggest(text)[0]?.service.code).toBe(code);
  });
});

describe('words', () => {
  it('meet without accents, case or ligatures', () => {
    expect(fold('ÉLAGAGE d’un CŒUR')).toBe('elagage d’un coeur');
  });

  it('meet by their stem', () => {
    expect(stem('eclairage')).toBe(stem('eclairees'));
    expect(stem('trous')).toBe(stem('trou'));
  });

  it('are alike as PostgreSQL counts it', () => {
    // SELECT similarity('lampadere', 'lampadaire') = 0.5
    expect(similarity('lampadere', 'lampadaire')).toBeCloseTo(0.5, 5);
    expect(similarity('arbre', 'arbre')).toBe(1);
    expect(similarity('arbre', 'toit')).toBe(0);
  });
});
