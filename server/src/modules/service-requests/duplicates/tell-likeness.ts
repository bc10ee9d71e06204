import type { Likeness } from './score.ts';

const WORDS_TOLD = 5;

/** Why two reports are taken for one, in French: « même prestation, à 12 m, il y a 3 jours, … ». */
export function tellLikeness(likeness: Likeness, reader: 'operator' | 'everyone'): string {
  const { kinship, metres, sameAsset, sameCall, words } = likeness;
  const what = {
    same: 'même prestation',
    confused: 'prestation souvent confondue avec celle-ci',
    group: 'prestation voisine',
  }[kinship];
  // What another resident wrote is not told to everyone, not even by what it has in common.
  const between = reader === 'operator';
  return [
    between && sameCall && 'même personne au même moment : sans doute le même appel',
    between && sameAsset ? 'même équipement (numéro relevé)' : what,
    metres < 2 ? 'au même endroit' : `à ${Math.round(metres)} m`,
    tellAge(likeness),
    between && words.length > 0 && `mots communs : ${words.slice(0, WORDS_TOLD).join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function tellAge({ days, past }: Likeness): string {
  const whole = Math.floor(days);
  if (whole >= 1) {
    return `${past ? 'terminée ' : ''}il y a ${whole} jour${whole > 1 ? 's' : ''}`;
  }
  return past ? 'terminée aujourd’hui' : 'il y a moins d’un jour';
}
