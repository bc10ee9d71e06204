import { englishDate } from '../../platform/clock/index.ts';
import { REFUSAL_LABELS } from './hand-over/labels.ts';
import type { RefusalReason } from './hand-over/model.ts';
import { REJECTION_LABELS } from './labels.ts';
import type { RejectionReason } from './model.ts';
import type { Voiced } from './timeline.ts';

/** The story in English, for residents: what they read in French has an entry here. */
export const ENGLISH_STORIES: Record<string, Voiced> = {
  'service-request.received': ({ data }) => ({
    title: 'Request received',
    detail: `Received ${CHANNELS[String(data.channel)] ?? 'in another way'}.`,
  }),
  'service-request.triaged': () => ({ title: 'Request taken in hand' }),
  'service-request.accepted': ({ organizationId }, nameOf) => ({
    title: `Request accepted by ${nameOf(organizationId) ?? 'an organization'}`,
  }),
  'service-request.refused': ({ data }, nameOf) => ({
    title: `${nameOf(data.fromOrganizationId) ?? 'An organization'} is not in charge of this request`,
    detail: sentences(
      REFUSAL_LABELS[data.refusalReason as RefusalReason]?.en,
      whoHasIt(nameOf(data.toOrganizationId), data.contested === true),
      UNCHANGED,
    ),
  }),
  'service-request.contested': ({ data }, nameOf) => ({
    title: 'Who must act is still to be decided',
    detail: sentences(whoHasIt(nameOf(data.toOrganizationId), true), UNCHANGED),
  }),
  'service-request.corrected': ({ data }, nameOf) => {
    const to = nameOf(data.toOrganizationId);
    return {
      title: 'Request made more precise',
      detail:
        sentences(
          data.serviceChanged === true && `Service: ${data.toServiceName}`,
          data.placeChanged === true && 'The place was made more precise',
          data.toOrganizationId !== data.fromOrganizationId && to && `Given to ${to}`,
        ) || 'Answers were completed.',
    };
  },
  'service-request.transferred': ({ data, reason }, nameOf) => ({
    title: `Request passed on to ${nameOf(data.toOrganizationId) ?? 'another organization'}`,
    detail: reason,
  }),
  'service-request.answered': ({ reason }) => ({ title: 'Answer sent', detail: reason }),
  'service-request.rejected': ({ data, reason }) => ({
    title: 'Request closed without action',
    detail: [REJECTION_LABELS[data.rejectionReason as RejectionReason]?.en, reason]
      .filter(Boolean)
      .join('. '),
  }),
  'service-request.reopened': ({ data }, _, __, written) => ({
    title: data.by === 'follower' ? 'Request reopened: “it is not done”' : 'Request reopened',
    detail: written,
  }),
  'service-request.waiting': (_, __, reader, written) => ({
    title: reader === 'resident' ? 'We have a question for you' : 'A question was asked',
    detail: written,
  }),
  'service-request.resident-wrote': ({ data }, _, reader, written) => {
    const byAnother = data.by === 'follower';
    if (reader === 'resident') {
      return {
        title: byAnother ? 'Somebody who follows wrote to us' : 'You wrote to us',
        detail: written,
      };
    }
    return {
      title: byAnother
        ? 'Somebody who follows the request wrote to us'
        : 'The person who reported it wrote to us',
      detail: written,
    };
  },
  'service-request.commented': ({ reason }) => ({ title: 'Message', detail: reason }),
  'service-request.media-fetched': () => ({ title: 'Photo added' }),
  'service-request.passed-on': ({ data }) => ({
    title: `Passed on to ${String(data.agency)} under no. ${String(data.number)}`,
  }),
  'service-request.heard-back': ({ data, reason }) => ({
    title: `${String(data.agency)}: ${data.state === 'closed' ? 'request closed' : 'request under way'}`,
    detail: reason,
  }),
  'service-request.planned': ({ data }) => ({
    title: 'Work planned',
    detail:
      typeof data.scheduledStart === 'string' ? `Due on ${dayOf(data.scheduledStart)}.` : null,
  }),
  'service-request.started': () => ({ title: 'Work under way' }),
  'service-request.done': ({ data, reason }) => ({
    title: 'Work completed',
    detail: typeof data.outcome === 'string' ? data.outcome : reason,
  }),
  'service-request.merged': ({ data }) => ({
    title: 'Request put together with another',
    detail: `A request received on ${dayOf(data.leaderReceivedAt)} is about the same problem. You read here what becomes of both.`,
  }),
  'service-request.unmerged': () => ({
    title: 'Request dealt with on its own again',
    detail: 'It had been put together with another; it goes its own way again.',
  }),
  'service-request.joined': ({ data }) => ({
    title: 'The same problem was reported again',
    detail:
      Number(data.duplicatesCount) > 0
        ? `${Number(data.duplicatesCount) + 1} reports in all.`
        : null,
  }),
  'service-request.commitment-broken': ({ data }) => ({
    title: 'We are late',
    detail: typeof data.dueAt === 'string' ? `It was due on ${dayOf(data.dueAt)}.` : null,
  }),
};

const CHANNELS: Record<string, string> = {
  web: 'online',
  desk: 'at the desk',
  phone: 'by telephone',
  letter: 'by letter',
  mail: 'by e-mail',
  sms: 'by text message',
  social: 'on a social network',
  elected: 'through an elected official',
  open311: 'through an application (Open311)',
};

const UNCHANGED = 'The number of the request and its tracking do not change';

function whoHasIt(to: string | null, isContested: boolean): string {
  if (to === null) return 'We are finding who must act';
  return isContested ? `${to} now decides who must act` : `The request is now with ${to}`;
}

const dayOf = (instant: unknown) => englishDate(new Date(String(instant)));

/** Each with its full stop. */
function sentences(...told: (string | null | undefined | false)[]): string {
  return told
    .filter(Boolean)
    .map((one) => `${one}.`)
    .join(' ');
}
