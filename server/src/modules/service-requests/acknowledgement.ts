import { englishDate, frenchDate } from '../../platform/clock/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ServiceRequest } from './service-request.ts';
import type { Submitted } from './submission.ts';

/** The page where a resident follows a request. */
export function trackingUrl({ config }: Pick<Platform, 'config'>, code: string): string {
  return `${config.publicUrl ?? ''}/suivi/${code}`;
}

/**
 * What whoever reported is told at once: that it was received, when, and by whom it will be read.
 *
 * The content follows the acknowledgement of receipt of an electronic request to an administration
 * (CRPA R112-11-1): date of receipt, service in charge, number of the file.
 */
export function acknowledge(
  platform: Pick<Platform, 'config'>,
  request: ServiceRequest,
  organization: { id: string; name: string } | null,
): Submitted {
  const { id, code, assignment, language } = request;
  return {
    id,
    code,
    url: trackingUrl(platform, code),
    organization: organization && { id: organization.id, name: organization.name },
    assignment,
    acknowledgement: SENTENCES[language](request, organization?.name ?? null),
  };
}

type Sentence = (request: ServiceRequest, organizationName: string | null) => string;

const SENTENCES: Record<ServiceRequest['language'], Sentence> = {
  fr: (request, name) =>
    `Votre demande ${request.code} a été reçue le ${frenchDate(request.receivedAt)}. ` +
    (name === null
      ? 'Nous cherchons quel service est compétent ; vous n’avez rien à refaire.'
      : request.assignment === 'certain'
        ? `Elle est confiée à : ${name}.`
        : `Elle est d’abord lue par : ${name}, qui trouvera le service compétent.`),
  en: (request, name) =>
    `Your report ${request.code} was received on ${englishDate(request.receivedAt)}. ` +
    (name === null
      ? 'We are finding which service is in charge; you need do nothing more.'
      : request.assignment === 'certain'
        ? `It is now with: ${name}.`
        : `It will first be read by: ${name}, who will find the service in charge.`),
};
