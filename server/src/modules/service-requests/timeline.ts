import { frenchDate } from '../../platform/clock/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import type { ClockKind } from './commitments/clock.ts';
import { CLOCK_LABELS } from './commitments/clock-labels.ts';
import { HAND_OVER_STORIES } from './hand-over/stories.ts';
import { REJECTION_LABELS } from './labels.ts';
import type { RejectionReason } from './model.ts';
import type { OrganizationNames } from './summary.ts';
import { ENGLISH_STORIES } from './timeline-english.ts';
import { PLAIN_STORIES } from './timeline-plain.ts';
import type { Voice } from './voice.ts';

/** One line of a request's story, made from the event that tells it. */
export interface TimelineEntry {
  id: string;
  at: string;
  type: string;
  title: string;
  detail: string | null;
  actorName: string;
  organizationName: string | null;
  /** Whether the resident reads it too. */
  public: boolean;
}

/**
 * The story of a request in plain words, oldest first.
 *
 * @param reader - a resident reads what is public; another who follows the request does not read
 *   what its reporter wrote; colleagues read also what is shared between organizations, and the
 *   internal notes of their own
 * @param voice - in French, in French that is easy to read (FALC), or in English; what colleagues
 *   alone read is in French
 */
export function timelineOf(
  events: readonly StoredEvent[],
  names: OrganizationNames,
  reader: Reader | ((event: StoredEvent) => Reader),
  voice: Voice = 'fr',
): TimelineEntry[] {
  const nameOf = (id: unknown) => (typeof id === 'string' ? (names.get(id)?.name ?? null) : null);
  return events.flatMap((event) => {
    const tell = STORIES[event.type];
    if (!tell) return [];
    const who = typeof reader === 'function' ? reader(event) : reader;
    const usual = tell(event, nameOf, who);
    const inVoice = VOICES[voice][event.type]?.(event, nameOf, who, usual.detail ?? null);
    const told = inVoice ? { ...usual, detail: null, ...inVoice } : usual;
    const { title, detail = null, note = null, public: isPublic = true } = told;
    const isOwn = isColleague(who) && (told.shared || isNoteOf(event, who));
    if (!isPublic && !isOwn) return [];
    return {
      id: event.id,
      at: event.at.toISOString(),
      type: event.type,
      title,
      detail: isOwn ? (note ?? detail) : detail,
      actorName: actorName(event),
      organizationName: nameOf(event.organizationId),
      public: isPublic,
    };
  });
}

/** A person of these organizations. */
export interface Colleague {
  notesOf: readonly string[];
}

/** Who wrote a note said so; before they did, it was the organization that had the request. */
function isNoteOf({ data, organizationId }: StoredEvent, { notesOf }: Colleague): boolean {
  const author = data.byOrganizationId ?? organizationId;
  return author === null || (typeof author === 'string' && notesOf.includes(author));
}

export interface Told {
  title: string;
  detail?: string | null;
  /** What colleagues read in the place of the detail. */
  note?: string | null;
  public?: boolean;
  /** Whether every organization of the file reads the note. */
  shared?: boolean;
}

/** Who reads: the one who reported, another who follows the request, or the town's own people. */
export type Reader = 'resident' | 'follower' | Colleague;

const isColleague = (reader: Reader): reader is Colleague => typeof reader === 'object';

export type Story = (
  event: StoredEvent,
  nameOf: (id: unknown) => string | null,
  reader: Reader,
) => Told;

/**
 * The same in other words; who may read it stays as the story says.
 *
 * @param written - what people wrote, as this reader may read it
 */
export type Voiced = (
  ...told: [...Parameters<Story>, written: string | null]
) => Pick<Told, 'title' | 'detail'>;

const VOICES: Record<Voice, Record<string, Voiced>> = {
  fr: {},
  plain: PLAIN_STORIES,
  en: ENGLISH_STORIES,
};

const CHANNELS: Record<string, string> = {
  web: 'par internet',
  desk: 'à l’accueil',
  phone: 'par téléphone',
  letter: 'par courrier',
  mail: 'par courriel',
  sms: 'par SMS',
  social: 'sur un réseau social',
  elected: 'par un élu',
  open311: 'par une application (Open311)',
};

const STORIES: Record<string, Story> = {
  'service-request.received': ({ data }) => ({
    title: 'Demande reçue',
    detail: `Reçue ${CHANNELS[String(data.channel)] ?? 'autrement'}.`,
  }),
  'service-request.triaged': ({ reason }) => ({ title: 'Demande prise en charge', note: reason }),
  'service-request.answered': ({ reason }) => ({ title: 'Réponse envoyée', detail: reason }),
  'service-request.rejected': ({ data, reason }) => ({
    title: 'Demande classée sans suite',
    detail: [REJECTION_LABELS[data.rejectionReason as RejectionReason]?.fr, reason]
      .filter(Boolean)
      .join('. '),
  }),
  'service-request.transferred': ({ data, reason }, nameOf) => ({
    title: `Demande transmise à ${nameOf(data.toOrganizationId) ?? 'un autre organisme'}`,
    detail: reason,
  }),
  ...HAND_OVER_STORIES,
  'service-request.reopened': ({ data, reason }, _, reader) => ({
    title: data.by === 'follower' ? 'Demande rouverte : « ce n’est pas fait »' : 'Demande rouverte',
    detail: data.by === 'follower' && isAnothers(data.voice, reader) ? null : reason,
  }),
  'service-request.waiting': ({ reason }, _, reader) => ({
    title: reader === 'resident' ? 'Nous vous posons une question' : 'Question posée au demandeur',
    detail: reader === 'follower' ? null : reason,
  }),
  'service-request.resident-wrote': ({ data, reason }, _, reader) => ({
    title:
      WRITERS[isColleague(reader) ? 'colleague' : reader][
        data.by === 'follower' ? 'follower' : 'reporter'
      ],
    detail: isAnothers(data.by, reader) ? null : reason,
  }),
  'service-request.commented': ({ data, reason }) => ({
    title:
      data.public === true
        ? 'Message'
        : data.shared === true
          ? 'Note entre organismes'
          : 'Note interne',
    detail: reason,
    public: data.public === true,
    shared: data.shared === true,
  }),
  'service-request.moderated': ({ data }) => ({
    title: 'Texte et photos publics relus',
    detail: tellModeration(data),
    public: false,
  }),
  'service-request.flagged': ({ data }) => ({
    title: data.what === 'photo' ? 'Photo publique signalée' : 'Texte public signalé',
    detail: FLAG_LABELS[String(data.flagReason)] ?? null,
    public: false,
  }),
  'service-request.reprioritized': ({ reason }) => ({
    title: 'Priorité revue',
    detail: reason,
    public: false,
  }),
  'service-request.media-fetched': () => ({ title: 'Photo ajoutée' }),
  'service-request.media-refused': ({ reason }) => ({
    title: 'Une photo n’a pas pu être reprise',
    detail: reason,
    public: false,
  }),
  'service-request.passed-on': ({ data }) => ({
    title: `Transmise à ${String(data.agency)} sous le n° ${String(data.number)}`,
  }),
  'service-request.heard-back': ({ data, reason }) => ({
    title: `${String(data.agency)} : ${data.state === 'closed' ? 'demande close' : 'demande en cours'}`,
    detail: reason,
  }),
  'service-request.planned': ({ data }) => ({
    title: 'Intervention planifiée',
    detail:
      typeof data.scheduledStart === 'string'
        ? `Prévue le ${frenchDate(new Date(data.scheduledStart))}.`
        : null,
  }),
  'service-request.started': () => ({ title: 'Intervention commencée' }),
  'service-request.done': ({ data, reason }) => ({
    title: 'Travail terminé',
    detail: typeof data.outcome === 'string' ? data.outcome : reason,
  }),
  'service-request.merged': ({ data }) => ({
    title: 'Demande jointe à une autre',
    detail: `Une demande reçue le ${dayOf(data.leaderReceivedAt)} concerne le même problème. Vous lisez ici la suite donnée aux deux.`,
    note: `Jointe à la demande ${data.leaderCode}.`,
  }),
  'service-request.unmerged': ({ data, reason }) => ({
    title: 'Demande de nouveau traitée à part',
    detail: 'Elle avait été jointe à une autre ; elle suit de nouveau son propre cours.',
    note: [`Séparée de la demande ${data.leaderCode}.`, reason].filter(Boolean).join(' '),
  }),
  'service-request.joined': ({ data }) => ({
    title: 'Le même problème signalé de nouveau',
    detail: tellCount(Number(data.duplicatesCount)),
    note: `Demande ${data.memberCode} jointe à celle-ci. ${tellCount(Number(data.duplicatesCount))}`,
  }),
  'service-request.left': ({ data }) => ({
    title: 'Une demande n’est plus jointe à celle-ci',
    note: `Demande ${data.memberCode} de nouveau traitée à part.`,
    public: false,
  }),
  'service-request.back-to-triage': ({ reason }) => ({
    title: 'Intervention à reprogrammer',
    detail: reason,
    public: false,
  }),
  'service-request.receipt-acknowledged': () => ({
    title: 'Accusé de réception envoyé',
    public: false,
  }),
  'service-request.commitment-at-risk': ({ data }) => ({
    title: `Échéance proche : ${clockName(data.clock)}`,
    detail: typeof data.dueAt === 'string' ? `Le ${frenchDate(new Date(data.dueAt))}.` : null,
    public: false,
  }),
  'service-request.commitment-broken': ({ data }) => ({
    // What was promised to the resident is owed the truth; the rest is between colleagues.
    ...(data.clock === 'resolution'
      ? { title: 'Nous avons pris du retard', public: true }
      : { title: `Délai dépassé : ${clockName(data.clock)}`, public: false }),
    detail:
      typeof data.dueAt === 'string'
        ? `C’était prévu pour le ${frenchDate(new Date(data.dueAt))}.`
        : null,
  }),
};

const clockName = (kind: unknown) =>
  (CLOCK_LABELS[kind as ClockKind]?.fr ?? 'engagement').toLowerCase();

const FLAG_LABELS: Record<string, string> = {
  'personal-data': 'On y reconnaît une personne.',
  insult: 'Propos injurieux.',
  advertising: 'Publicité.',
  other: 'Autre motif.',
};

function tellModeration({ hidden, edited, photosHidden }: StoredEvent['data']): string {
  const text = hidden ? 'Texte caché' : edited ? 'Texte publié après correction' : 'Texte publié';
  const count = Number(photosHidden);
  if (!count) return `${text}.`;
  return `${text}, ${count} ${count === 1 ? 'photo cachée' : 'photos cachées'}.`;
}

const dayOf = (instant: unknown) => frenchDate(new Date(String(instant)));

const tellCount = (duplicates: number) =>
  duplicates > 0 ? `${duplicates + 1} signalements en tout.` : null;

const WRITERS: Record<
  'resident' | 'follower' | 'colleague',
  { reporter: string; follower: string }
> = {
  resident: {
    reporter: 'Vous nous avez écrit',
    follower: 'Une autre personne qui suit la demande nous a écrit',
  },
  follower: {
    reporter: 'Le demandeur nous a écrit',
    follower: 'Une personne qui suit la demande nous a écrit',
  },
  colleague: {
    reporter: 'Message du demandeur',
    follower: 'Message d’une personne qui suit la demande',
  },
};

/** Words of one resident are not shown to another: nothing says that they may be. */
function isAnothers(voice: unknown, reader: Reader): boolean {
  return !isColleague(reader) && (reader === 'follower' || voice === 'follower');
}

function actorName({ actor }: StoredEvent): string {
  if (actor.kind === 'anonymous') return 'Un habitant';
  return actor.kind === 'system' ? 'Cantonnier' : actor.name;
}
