import type { Random } from '../core/random.ts';

/** First names carried in France today, of every generation and origin. */
const FIRST_NAMES = `Marie Nathalie Isabelle Sylvie Catherine Monique Françoise Jacqueline Odette
Simone Paulette Camille Léa Manon Chloé Inès Sarah Lina Jade Louise Emma Alice Juliette Fatima
Khadija Nadia Samira Leïla Aïcha Yasmine Awa Fatou Aminata Mariam Mei Linh Thuy Ana Sofia Carla
Elena Ewa Agnieszka Ludivine Élodie Aurélie Céline Delphine Sandrine Valérie Corinne Brigitte
Jean Pierre Michel André Philippe Alain Bernard Roger Marcel Raymond Christophe Stéphane Laurent
Frédéric Sébastien Nicolas Julien Thomas Kévin Maxime Antoine Hugo Lucas Nathan Gabriel Mathis Enzo
Mohamed Karim Rachid Ahmed Youssef Bilal Mehdi Sofiane Mamadou Ibrahim Ousmane Moussa Cheikh Minh
Paulo José Manuel Tiago Marco Antonio Piotr Mihai Goran Loïc Yann Gaël Erwan Rémi Baptiste`
  .split(/\s+/)
  .filter(Boolean);

const LAST_NAMES = `Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon
Michel Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine
Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François
Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson
Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly
Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Colin Vidal
Benali Haddad Bouzid Cherif Mansouri Belkacem Saïdi Diallo Traoré Diop Ndiaye Koné Camara Sow
Nguyen Tran Pham Chen Ferreira Da-Silva Pereira Lopes Fernandez Sanchez Rossi Marino Kowalski
Nowak Popescu Petrović Le-Goff Kerbrat Etchegaray Ollivier Aubertin Vasseur Delattre`
  .split(/\s+/)
  .filter(Boolean);

export interface FullName {
  first: string;
  last: string;
}

export function drawName(random: Random): FullName {
  return {
    first: random.pick(FIRST_NAMES),
    last: random.pick(LAST_NAMES).replace('-', ' '),
  };
}

/** As it stands in an address: no accent, no space, no capital. */
export const inAddress = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

export const mailName = ({ first, last }: FullName): string =>
  `${inAddress(first)}.${inAddress(last)}`;
