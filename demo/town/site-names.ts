import type { CommuneFacts } from '../territory/communes.ts';
import type { LandUse } from './site.ts';
import { words } from './street-names.ts';

const SQUARES =
  words(`du Marché, des Halles, Saint-Loup, de la Libération, du Vieux-Puits, des Tilleuls, de la
  Fontaine, du Théâtre, Félicien-Naudet, de la Gare, des Martyrs, du Beffroi, Hélène-Orcival, de
  la Paix, du Champ-de-Foire, des Platanes`);

const PARKS =
  words(`des Érables, de la Roseraie, du Belvédère, Augustine-Mirebeau, des Lavandières, de la
  Fontanelle, du Verger, des Coquelicots, du Kiosque, de la Grande-Allée, Léon-Vermandel, des
  Pervenches, de la Source, du Colombier, des Peupliers, Clémence-Lorieux, de la Pépinière, du
  Grand-Pré, des Aubépines, de la Glacière, du Petit-Étang, des Magnolias, de l’Orangerie,
  Octave-Drouvot, de la Charmille, des Sept-Chênes, du Lavoir, de l’Avenir, des Hirondelles, du
  Tertre`);

const SCHOOLS =
  words(`Jeanne-Vautrin, du Centre, des Coteaux, Émile-Castagnol, de la Prairie, du Faubourg,
  Rosalie-Montcel, des Tilleuls, de l’Île, Anatole-Ginestous, du Parc, Louise-Ardusson, des
  Grands-Prés, du Levant, Berthe-Sauvignac, de la Gare, Prosper-Tavernol, des Vignes, du Moulin`);

const SPORTS =
  words(`Armand-Courtavel, des Îles, de la Plaine, du Nord, Suzanne-Hermelin, des Coteaux, de la Vallée,
  municipal`);

/** The name of a commune's nth place of a kind, as written on a map. */
export function nameSite(kind: LandUse, index: number, commune: CommuneFacts): string {
  const at = (names: readonly string[]) =>
    names[(index + commune.name.length) % names.length] as string;
  switch (kind) {
    case 'square':
      return `Place ${at(SQUARES)}`;
    case 'park':
      return `${['Parc', 'Square', 'Jardin'][index % 3]} ${at(PARKS)}`;
    case 'school':
      return `${index % 5 === 4 ? 'Collège' : index % 3 === 1 ? 'École maternelle' : 'École élémentaire'} ${at(SCHOOLS)}`;
    case 'sports-ground':
      return `${index % 3 === 2 ? 'Gymnase' : 'Stade'} ${at(SPORTS)}`;
    case 'cemetery':
      return index === 0 ? 'Cimetière communal' : 'Cimetière du Levant';
  }
}

/** « Parc des Rives » → « du parc des Rives »; « école … » → « de l’école … ». */
export function ofSite(name: string): string {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return /^[aeioéè]/.test(lower) ? `de l’${lower}` : `du ${lower}`;
}
