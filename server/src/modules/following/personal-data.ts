import type { Tx } from '../../platform/db/index.ts';
import {
  addressesOf,
  ownItems,
  type PersonalData,
  type Subject,
} from '../../platform/personal-data/index.ts';
import { deleteFollowers, deleteFollowersSince, followersAt, seekFollowers } from './store.ts';

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
  find(_platform, tx, territoryId, subject) {
    return followersOf(tx, territoryId, subject);
  },
  async erase(_platform, tx, territoryId, subject) {
    const found = await followersOf(tx, territoryId, subject);
    const ids = found.map(({ id }) => id);
    return { counts: { followers: await deleteFollowers(tx, territoryId, ids) }, documents: [] };
  },
  async expire(_platform, tx, territoryId, { before, limit }) {
    const followers = await deleteFollowersSince(tx, territoryId, before, limit);
    return { counts: { followers }, documents: [], more: followers === limit };
  },
};

async function followersOf(tx: Tx, territoryId: string, subject: Subject) {
  const addresses = addressesOf(subject);
  if (addresses.length === 0) return [];
  return ownItems(subject, await followersAt(tx, territoryId, addresses));
}
