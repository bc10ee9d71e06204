import { PARIS } from '../../platform/clock/index.ts';
import type { RequestForReply } from './neighbours.ts';
import type { Variable } from './variables.ts';

/** What a request says of itself, and of whom has it. */
export interface ReplyFacts {
  request: RequestForReply;
  organization: { name: string; phone: string | null } | null;
  trackingUrl: string | null;
}

const DAYS = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: PARIS }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: PARIS }),
};

/** The values of the variables for one request; those that it does not know are absent. */
export function valuesOf(
  { request, organization, trackingUrl }: ReplyFacts,
  language: 'fr' | 'en',
): Partial<Record<Variable, string>> {
  // Intl says « jeudi 1 janvier »; one writes « jeudi 1er janvier ».
  const day = (at: Date | null) =>
    at ? DAYS[language].format(at).replace(/(?<=\p{L} )1 (?=\p{L})/u, '1er ') : '';
  const { name, targetDays } = request;
  const hello = language === 'fr' ? 'Bonjour' : 'Hello';
  return {
    salutation: name ? `${hello} ${name},` : `${hello},`,
    nom: name ?? '',
    numéro: request.code,
    service: request.serviceName,
    lieu: [request.address, request.communeName].filter(Boolean).join(', '),
    commune: request.communeName ?? '',
    organisme: organization?.name ?? '',
    téléphone: organization?.phone ?? '',
    date_réception: day(request.receivedAt),
    date_intervention: day(request.scheduledStart),
    échéance: day(request.dueAt),
    délai: targetDays === null ? '' : inDays(targetDays, language),
    lien_suivi: trackingUrl ?? '',
  };
}

function inDays(days: number, language: 'fr' | 'en'): string {
  const unit = language === 'fr' ? 'jour' : 'day';
  return `${days}\u00a0${unit}${days > 1 ? 's' : ''}`;
}

/** A request that never was, for who writes a template without one at hand. */
export const EXAMPLE: ReplyFacts = {
  request: {
    id: '00000000-0000-7000-8000-000000000000',
    code: 'K7QM-2X9D',
    serviceCode: 'lighting.out',
    serviceName: 'Lampadaire éteint',
    serviceGroup: 'Éclairage public',
    description: '',
    status: 'received',
    language: 'fr',
    address: '12 rue des Lilas',
    communeName: 'Ville-Exemple',
    organizationId: null,
    receivedAt: new Date('2026-03-02T08:00:00Z'),
    dueAt: new Date('2026-03-12T08:00:00Z'),
    scheduledStart: new Date('2026-03-10T08:00:00Z'),
    targetDays: 10,
    name: 'Camille Martin',
  },
  organization: { name: 'Ville-Exemple', phone: '04 00 00 00 00' },
  trackingUrl: 'https://demandes.example/suivi/K7QM-2X9D',
};
