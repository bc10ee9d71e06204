import { isMobile, toE164 } from '../../platform/phone/index.ts';
import type { FieldError } from '../../platform/problem/index.ts';
import { cleanLine, cleanText } from './clean-text.ts';

/** How whoever reported wants to be answered; `none` reads the tracking page alone. */
export const PREFERENCES = ['email', 'sms', 'letter', 'none'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** Who reported, as far as they said. Only the town's people who may call back ever see it. */
export interface Contact {
  name: string | null;
  email: string | null;
  /** E.164 where it can be read so, else as it was typed. */
  phone: string | null;
  /** Lines of a French postal address (NF Z 10-011), without the name, joined by line feeds. */
  postalAddress: string | null;
  /** Null: by the first means that was given. */
  preference: Preference | null;
}

/** The same as it comes from outside. */
export interface ContactGiven {
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  postalAddress?: string | null | undefined;
  preference?: Preference | null | undefined;
}

export function readContact(given: ContactGiven): Contact {
  const phone = cleanLine(given.phone ?? '');
  return {
    name: cleanLine(given.name ?? '') || null,
    email: cleanLine(given.email ?? '') || null,
    phone: (toE164(phone) ?? phone) || null,
    postalAddress: addressLines(given.postalAddress ?? '').join('\n') || null,
    preference: given.preference ?? null,
  };
}

/** A window shows six lines (NF Z 10-011); the name takes the first. */
const MOST_LINES = 5;

/** What makes it impossible to answer as asked; none when it is possible. */
export function contactFault(contact: Contact): FieldError | undefined {
  const { preference, email, phone, postalAddress } = contact;
  if ((postalAddress?.split('\n').length ?? 0) > MOST_LINES) {
    return {
      pointer: '/contact/postalAddress',
      detail: {
        fr: `Une adresse postale tient en ${MOST_LINES} lignes, sans le nom.`,
        en: `A postal address holds in ${MOST_LINES} lines, without the name.`,
      },
    };
  }
  if (preference === 'email' && !email) {
    return {
      pointer: '/contact/email',
      detail: {
        fr: 'Donnez votre adresse électronique pour recevoir la réponse par courriel.',
        en: 'Give your e-mail address to be answered by e-mail.',
      },
    };
  }
  if (preference === 'sms' && !mobileOf(contact)) {
    return {
      pointer: '/contact/phone',
      detail: phone
        ? {
            fr: 'Ce numéro ne reçoit pas de SMS : donnez un numéro de téléphone mobile.',
            en: 'This number gets no text messages: give a mobile telephone number.',
          }
        : {
            fr: 'Donnez votre numéro de téléphone mobile pour recevoir la réponse par SMS.',
            en: 'Give your mobile telephone number to be answered by text message.',
          },
    };
  }
  if (preference === 'letter' && !postalAddress) {
    return {
      pointer: '/contact/postalAddress',
      detail: {
        fr: 'Donnez votre adresse postale pour recevoir la réponse par courrier.',
        en: 'Give your postal address to be answered by post.',
      },
    };
  }
  return undefined;
}

/** By which way to answer, and where: as asked, or by the first means that was given. */
export interface Reach {
  channel: Preference;
  /** E-mail address, E.164 number, or postal lines joined by line feeds; empty for `none`. */
  address: string;
}

export function reachOf(contact: Contact): Reach {
  const ways: Record<Exclude<Preference, 'none'>, string | null> = {
    email: contact.email,
    sms: mobileOf(contact),
    letter: contact.postalAddress,
  };
  if (contact.preference === 'none') return NOWHERE;
  for (const channel of [contact.preference, 'email', 'sms', 'letter'] as const) {
    const address = channel && ways[channel];
    if (channel && address) return { channel, address };
  }
  return NOWHERE;
}

const NOWHERE: Reach = { channel: 'none', address: '' };

export function isEmpty(contact: Contact): boolean {
  const { name, email, phone, postalAddress } = contact;
  return !name && !email && !phone && !postalAddress;
}

function mobileOf({ phone }: Contact): string | null {
  const number = phone && toE164(phone);
  return number && isMobile(number) ? number : null;
}

function addressLines(text: string): string[] {
  return cleanText(text).split('\n').map(cleanLine).filter(Boolean);
}
