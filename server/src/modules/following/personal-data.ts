import type { Tx } from '../../platform/db/index.ts';
import {
  addressesOf,
  ownItems,
  type PersonalData,
  type Subject,
} from '../../platform/personal-data/index.ts';
import { deleteStopped, deleteStoppedSince, stoppedAt } from './stopped-store.ts';
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
      { kind: 'Numéro qui a répondu STOP', columns: ['stopped_number.address'] },
      {
        kind: 'Ce qui est suivi : demande, rue, parc ou commune',
        columns: ['follower.area_name', 'follower.area_commune', 'follower.area_shape'],
      },
    ],
    recipients: 'Aucun : seul le programme lit ces adresses.',
    retention: { days: 1095, least: 30, most: 1825 },
    since: 'la demande de suivi ; deux jours si elle n’est pas confirmée',
    erasure: {
      goes: 'Tous les suivis de cette personne, avec son adresse ; son numéro, s’il a répondu STOP.',
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
    return [
      ...(await followersOf(tx, territoryId, subject)),
      ...(await stoppedOf(tx, territoryId, subject)),
    ];
  },
  async erase(_platform, tx, territoryId, subject) {
    const idsOf = (found: { id: string }[]) => found.map(({ id }) => id);
    const following = idsOf(await followersOf(tx, territoryId, subject));
    const silent = idsOf(await stoppedOf(tx, territoryId, subject));
    const followers = await deleteFollowers(tx, territoryId, following);
    const stopped = await deleteStopped(tx, territoryId, silent);
    return { counts: { followers, stopped }, documents: [] };
  },
  async expire(_platform, tx, territoryId, { before, limit }) {
    const followers = await deleteFollowersSince(tx, territoryId, before, limit);
    const stopped = await deleteStoppedSince(tx, territoryId, before);
    return { counts: { followers, stopped }, documents: [], more: followers === limit };
  },
};

async function followersOf(tx: Tx, territoryId: string, subject: Subject) {
  const addresses = addressesOf(subject);
  if (addresses.length === 0) return [];
  return ownItems(subject, await followersAt(tx, territoryId, addresses));
}

async function stoppedOf(tx: Tx, territoryId: string, subject: Subject) {
  const addresses = addressesOf(subject);
  if (addresses.length === 0) return [];
  return ownItems(subject, await stoppedAt(tx, territoryId, addresses));
}
