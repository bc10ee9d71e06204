import { ownItems, type PersonalData } from '../personal-data/index.ts';
import { findAccount, grantsOf, seekAccounts } from './account-store.ts';

/** Accounts of agents: their administrator ends them, and what they did stays under their name. */
export const accountData: PersonalData = {
  declaration: {
    code: 'accounts',
    name: 'Comptes des agents',
    purpose: 'Savoir qui agit, et au nom de quel organisme.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Agents et élus',
    data: [
      { kind: 'Nom et adresse professionnelle', columns: ['account.email', 'account.name'] },
      { kind: 'Empreinte du mot de passe', columns: ['account.password_hash'] },
      { kind: 'Rôles et équipes', columns: ['role_grant.account_id', 'crew_member.account_id'] },
      {
        kind: 'Auteur de chaque acte',
        columns: [
          'event.actor_name',
          'event.actor_id',
          'reply_template_version.author_name',
          'api_token.created_by',
        ],
      },
    ],
    recipients: 'Administrateurs de l’organisme',
    retention: null,
    since: 'Un compte fermé reste inscrit, car le journal garde l’auteur de chaque acte.',
    erasure: null,
  },
  async seek(tx, territoryId, { words }, limit) {
    const accounts = await seekAccounts(tx, territoryId, words, limit);
    return accounts.map(({ name, email, at }) => ({
      name,
      email,
      phone: null,
      requestId: null,
      what: 'Compte d’agent',
      at,
    }));
  },
  async find(_platform, tx, territoryId, subject) {
    const found = await Promise.all(
      subject.emails.map((email) => findAccount(tx, territoryId, { email })),
    );
    const accounts = ownItems(
      subject,
      found.filter((account) => account !== undefined),
    );
    const ids = accounts.map(({ id }) => id);
    const grants = await grantsOf(tx, territoryId, ids);
    return accounts.map(({ id, name, email, created_at, disabled_at }) => ({
      id,
      name,
      email,
      createdAt: created_at.toISOString(),
      disabledAt: disabled_at?.toISOString() ?? null,
      grants: grants.get(id) ?? [],
    }));
  },
};

/** Who is signed in, and who tried in vain. */
export const sessionData: PersonalData = {
  declaration: {
    code: 'sessions',
    name: 'Connexions',
    purpose: 'Reconnaître un agent d’une page à l’autre, et ralentir qui devine des mots de passe.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Agents et élus',
    data: [
      {
        kind: 'Session ouverte, sous une empreinte',
        columns: ['session.account_id', 'session.token_hash', 'session.csrf_token'],
      },
      {
        kind: 'Essais manqués, sous l’empreinte du compte et de l’adresse IP',
        columns: ['login_attempt.key_hash'],
      },
    ],
    recipients: 'Aucun : seul le programme s’en sert.',
    retention: null,
    since: 'Jusqu’à la fin de la session ; un jour après le dernier essai manqué.',
    erasure: null,
  },
};
