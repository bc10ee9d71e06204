import type { PersonalData } from '../../platform/personal-data/index.ts';
import { deleteFollowersOf, deleteFollowersSince, followersAt } from './store.ts';

/** Addresses of those who follow; ending to follow erases them at once already. */
export const personalData: PersonalData = {
  declaration: {
    code: 'following',
    name: 'Suivi des demandes, des rues et des parcs',
    purpose: 'Prévenir de la suite donnée les personnes qui l’ont demandé.',
    legalBasis: 'Consentement (RGPD, article 6, 1, a), retiré d’un clic dans chaque message',
    people: 'Personnes qui suivent',
    data: [{ kind: 'Adresse ou numéro', columns: ['follower.address'] }],
    recipients: 'Personne : seul le programme lit ces adresses.',
    retention: { days: 1095, least: 30, most: 1825 },
    since: 'la demande de suivi ; deux jours si elle n’est pas confirmée',
  },
  find: (_platform, tx, territoryId, subject) => followersAt(tx, territoryId, addressesOf(subject)),
  async erase(_platform, tx, territoryId, subject) {
    const followers = await deleteFollowersOf(tx, territoryId, addressesOf(subject));
    return { counts: { followers }, documents: [] };
  },
  async expire(_platform, tx, territoryId, { before, limit }) {
    const followers = await deleteFollowersSince(tx, territoryId, before, limit);
    return { counts: { followers }, documents: [], more: followers === limit };
  },
};

const addressesOf = ({ email, phone }: { email: string | null; phone: string | null }) =>
  [email, phone].filter((address) => address !== null);
