import type { Random } from '../../core/random.ts';
import type { MapFeatureKind } from '../../types.ts';
import type { Place } from '../places.ts';
import { say } from './template.ts';

const NUMBERED = [
  'devant le {number} {street}',
  'au niveau du {number} {street}',
  '{street}, à hauteur du {number}',
  'en face du {number} {street}',
  '{number} {street}',
  'près du {number} {street}',
  '{street}, entre le {number} et le numéro suivant',
  'juste devant chez nous, {number} {street}',
];
const STREET_ONLY = ['{street}', 'dans le bas {of}{street}', 'tout le long {of}{street}'];

/** Things that people name themselves when they tell where: not a tree, not a stretch of street. */
const NAMED: ReadonlySet<MapFeatureKind> = new Set<MapFeatureKind>([
  'park',
  'wood',
  'playground',
  'sports-ground',
  'cemetery',
  'square',
  'school',
  'town-hall',
  'station',
  'church',
]);

/** Tells where a place is, as residents do: « devant le 12 rue des Lilas », « au parc des Rives ». */
export function tellWhere(random: Random, { feature, road, address }: Place): string {
  if (NAMED.has(feature.kind) && feature.name) return atPlace(feature.name);
  const street = address?.street ?? road.name;
  const stop =
    feature.kind === 'bus-stop' && feature.name ? `à l’arrêt ${feature.name}` : undefined;
  if (stop && random.chance(0.6)) return stop;
  if (!street) return road.roadNumber ? `sur la ${road.roadNumber}` : 'à l’endroit indiqué';
  if (!address || random.chance(0.25)) {
    return say(random, random.pick(STREET_ONLY), { street, of: ofStreet(street) });
  }
  return say(random, random.pick(NUMBERED), { number: address.number, street });
}

const ofStreet = (street: string) =>
  /^(boulevard|quai|cours|chemin|sentier|passage|square|pont)/i.test(street)
    ? 'du '
    : /^[aeiouyéèêhAEIOUYÉÈ]/.test(street)
      ? 'de l’'
      : 'de la ';

const MASCULINE =
  /^(parc|jardin|square|cimetière|stade|terrain|city|bois|lac|gymnase|groupe|collège|lycée|mail|boulodrome|temple|complexe)/i;
const FEMININE =
  /^(mairie|gare|forêt|fontaine|médiathèque|chapelle|crèche|salle|halte|plaine|basilique|cathédrale|collégiale)/i;
const ELIDED = /^(aire|école|église|hôtel|étang|île|espace|abbatiale)/i;

/** « au parc des Rives », « à l’école Jules-Verne », « place de la Mairie ». */
function atPlace(name: string): string {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  if (MASCULINE.test(name)) return `au ${lower}`;
  if (FEMININE.test(name)) return `à la ${lower}`;
  if (ELIDED.test(name)) return `à l’${lower}`;
  return /^(place|esplanade|parvis|cours)/i.test(name) ? lower : `à côté de ${name}`;
}
