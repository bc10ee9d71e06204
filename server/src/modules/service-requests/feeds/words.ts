import type { Language } from '../../../platform/problem/index.ts';

/** What feeds and calendars say of their own, around what happened. */
export const FEED_WORDS = {
  fr: {
    everywhere: (territory: string) => `${territory} : ce qui se passe dans les rues`,
    area: (name: string) => `${name} : ce qui se passe`,
    request: (code: string, serviceName: string) => `Demande ${code} : ${serviceName}`,
    step: (title: string, what: string) => `${title} : ${what}`,
    inCharge: (name: string) => `Qui s’en occupe : ${name}.`,
    quoted: (text: string) => `« ${text} »`,
    planned: (serviceName: string) => `Intervention prévue : ${serviceName}`,
    by: (name: string) => `Par : ${name}.`,
    mayMove: 'Une urgence ou le temps qu’il fait peut déplacer cette date.',
  },
  en: {
    everywhere: (territory: string) => `${territory}: what happens in the streets`,
    area: (name: string) => `${name}: what happens`,
    request: (code: string, serviceName: string) => `Request ${code}: ${serviceName}`,
    step: (title: string, what: string) => `${title}: ${what}`,
    inCharge: (name: string) => `In charge: ${name}.`,
    quoted: (text: string) => `“${text}”`,
    planned: (serviceName: string) => `Work planned: ${serviceName}`,
    by: (name: string) => `By: ${name}.`,
    mayMove: 'An emergency or the weather may move this date.',
  },
} satisfies Record<Language, unknown>;
