import type { PersonalData } from '../../platform/personal-data/index.ts';
import { requestsOfSubject } from '../service-requests/index.ts';
import * as store from './personal-data-store.ts';

/** What another program answered about a request that was passed on to it. */
export const personalData: PersonalData = {
  declaration: {
    code: 'open311-client',
    name: 'Demandes transmises à un autre service',
    purpose:
      'Confier une demande au logiciel de l’organisme compétent, et suivre ce qu’il en fait.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Personnes qui signalent',
    data: [
      {
        kind: 'Réponses de l’autre service, si elles nomment quelqu’un',
        columns: ['open311_relay.their_notes', 'open311_relay.last_error'],
      },
    ],
    recipients: 'L’organisme dont c’est le serveur ; il tient son propre registre.',
    retention: { days: 1095, least: 90, most: 3650 },
    since: 'la transmission de la demande',
    erasure: {
      goes: 'Ce que l’autre service a écrit de la demande, ici. Ce qu’il en garde chez lui se demande à lui.',
      stays: 'Que la demande a été transmise, à qui, quand et sous quel numéro.',
    },
  },
  async find(_platform, tx, territoryId, subject) {
    const requests = await requestsOfSubject(tx, territoryId, subject);
    const found = await store.wordsAbout(tx, territoryId, [...requests.keys()]);
    return found.map(({ id: _, ...said }) => said);
  },
  async erase(_platform, tx, territoryId, subject) {
    const requests = await requestsOfSubject(tx, territoryId, subject);
    const found = await store.wordsAbout(tx, territoryId, [...requests.keys()]);
    const said = found.filter(({ theirNotes, lastError }) => theirNotes ?? lastError);
    const ids = said.map(({ id }) => id);
    await store.forgetTheirWords(tx, territoryId, ids);
    return { counts: { answers: ids.length }, documents: [] };
  },
  async expire(_platform, tx, territoryId, { before, limit }) {
    const ids = await store.wordsBefore(tx, territoryId, before, limit);
    await store.forgetTheirWords(tx, territoryId, ids);
    return { counts: { answers: ids.length }, documents: [], more: ids.length === limit };
  },
};
