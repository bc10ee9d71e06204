import { frenchDate } from '../../platform/clock/index.ts';
import type { Voiced } from './timeline.ts';

/**
 * The story in French that is easy to read and to understand (FALC): short sentences, one idea a
 * line, everyday words, no figure of speech. What has no entry here is told as to everyone.
 *
 * @see {@link https://www.inclusion-europe.eu/easy-to-read/ Information for all, Inclusion Europe}
 */
export const PLAIN_STORIES: Record<string, Voiced> = {
  'service-request.received': () => ({
    title: 'Nous avons reçu votre demande.',
    detail: 'Nous allons la lire.',
  }),
  'service-request.triaged': () => ({
    title: 'Nous avons lu votre demande.',
    detail: 'Nous allons nous en occuper.',
  }),
  'service-request.accepted': ({ organizationId }, nameOf) => ({
    title: 'Un service a dit oui.',
    detail: lines(named('Ce service s’occupe de votre demande', nameOf(organizationId))),
  }),
  'service-request.refused': ({ data }, nameOf) => ({
    title: 'Un service ne peut pas s’en occuper.',
    detail: lines(
      'Nous demandons à un autre service.',
      named('C’est', nameOf(data.toOrganizationId)),
      'Vous n’avez rien à faire.',
    ),
  }),
  'service-request.transferred': ({ data }, nameOf) => ({
    title: 'Votre demande change de service.',
    detail: lines(
      named('Le nouveau service est', nameOf(data.toOrganizationId)),
      'Votre code reste le même.',
      'Vous n’avez rien à faire.',
    ),
  }),
  'service-request.corrected': () => ({
    title: 'Nous avons corrigé votre demande.',
    detail: lines('Le sujet ou le lieu a changé.', 'Votre code reste le même.'),
  }),
  'service-request.waiting': ({ reason }, _, reader) =>
    reader === 'resident'
      ? {
          title: 'Nous avons une question pour vous.',
          detail: lines(reason, 'Vous pouvez répondre sur cette page.'),
        }
      : { title: 'Nous avons posé une question.', detail: 'Nous attendons la réponse.' },
  'service-request.resident-wrote': ({ data, reason }, _, reader) => ({
    title:
      reader === 'resident' && data.by !== 'follower'
        ? 'Vous nous avez écrit.'
        : 'Une personne nous a écrit.',
    detail: reader === 'resident' && data.by !== 'follower' ? reason : null,
  }),
  'service-request.planned': ({ data }) => ({
    title: 'Une équipe va venir.',
    detail:
      typeof data.scheduledStart === 'string'
        ? lines(
            `L’équipe vient le ${frenchDate(new Date(data.scheduledStart))}.`,
            'Vous n’avez pas besoin d’être là.',
            'La date peut changer.',
          )
        : 'Nous ne savons pas encore quel jour.',
  }),
  'service-request.started': () => ({
    title: 'Une équipe travaille sur place.',
  }),
  'service-request.done': ({ data, reason }) => ({
    title: 'Le travail est fini.',
    detail: lines(
      (typeof data.outcome === 'string' && data.outcome) || reason,
      data.evidence === 'photo' ? 'Vous pouvez voir des photos sur cette page.' : null,
    ),
  }),
  'service-request.answered': ({ reason }) => ({
    title: 'Nous avons répondu.',
    detail: lines('Voici la réponse :', reason),
  }),
  'service-request.rejected': ({ reason }) => ({
    title: 'Nous ne pouvons pas faire ce travail.',
    detail: lines('Voici pourquoi :', reason),
  }),
  'service-request.reopened': ({ data }) => ({
    title: 'Nous reprenons votre demande.',
    detail: lines(
      data.by === 'follower' ? 'Une personne a dit : ce n’est pas fait.' : null,
      'Nous allons regarder à nouveau.',
    ),
  }),
  'service-request.merged': () => ({
    title: 'Une autre personne a signalé le même problème.',
    detail: lines(
      'Nous mettons les deux demandes ensemble.',
      'Votre code reste le même.',
      'Vous aurez les mêmes nouvelles.',
    ),
  }),
  'service-request.unmerged': () => ({
    title: 'Votre demande est à nouveau seule.',
    detail: 'Ce n’était pas le même problème.',
  }),
  'service-request.commented': ({ reason }) => ({ title: 'Nous vous écrivons.', detail: reason }),
};

/** One idea a line. */
function lines(...ideas: (string | null | undefined | false)[]): string {
  return ideas.filter(Boolean).join('\n');
}

const named = (what: string, name: string | null) => (name === null ? null : `${what} : ${name}.`);
