import { addressesOf, type PersonalData } from '../../platform/personal-data/index.ts';
import { deleteFollowersOf, deleteFollowersSince, followersAt, seekFollowers } from './store.ts';

/** Addresses of those who follow; ending to follow erases them at once already. */
export const personalData: PersonalData = {
  declaration: {
    code: 'following',
    name: 'Suivi des demandes, des rues et des parcs',
    purpose: 'Prévenir de la suite donnée les personnes qui l’ont demandé.',
    legalBasis: 'Consentement (RGPD, article 6, 1, a), retiré d’un clic dans chaque message',
    people: 'Personnes qui suivent',
    data: [
      { kind: 'Adresse ou numéro', columns: ['follower.address', 'follower.key'] },
      {
        kind: 'Ce qui est suivi : demande, rue, parc ou commune',
        columns: ['follower.area_name', 'follower.area_commune', 'follower.area_shape'],
      },
    ],
    recipients: 'Aucun : seul le programme lit ces adresses.',
    retention: { days: 1095, least: 30, most: 1825 },
    since: 'la demande de suivi ; deux jours si elle n’est pas confirmée',
    erasure: {
      goes: 'Tous les suivis de cette personne, avec son adresse.',
      stays: 'Rien.',
    },
  },
  async seek(tx, territoryId, { words, digits }, limit) {
    const followers = await seekFollowers(tx, territoryId, words, digits, limit);
    return followers.map(({ channel, address, what, at }) => ({
      name: null,
      email: channel === 'email' ? address : null,
      phone: channel === 'sms' ? address : null,
      requestId: null,
      what: what ? `Suit « ${what} »` : 'Suit une demande',
      at,
    }));
  },
  async find(_platform, tx, territoryId, subject) {
    const addresses = addressesOf(subject);
    return addresses.length > 0 ? followersAt(tx, territoryId, addresses) : [];
  },
  async erase(_platform, tx, territoryId, subject) {
    const addresses = addressesOf(subject);
    if (addresses.length === 0) return { counts: { followers: 0 }, documents: [] };
    const followers = await deleteFollowersOf(tx, territoryId, addresses);
    return { counts: { followers }, documents: [] };
  },
  async expire(_platform, tx, territoryId, { before, limit }) {
    const followers = await deleteFollowersSince(tx, territoryId, before, limit);
    return { counts: { followers }, documents: [], more: followers === limit };
  },
};
