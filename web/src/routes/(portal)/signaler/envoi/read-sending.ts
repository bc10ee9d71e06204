import type { Refusal } from './explain-refusal.ts';

export const MAX_PHOTOS = 5;
/** Ways to be answered that the form offers, beside whichever is easiest. */
export const PREFERENCES = ['email', 'sms', 'letter', 'none'] as const;
const MAX_DESCRIPTION = 10_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the last form says, cleaned; its faults are those that can be told without asking the API. */
export interface Sending {
  key: string;
  description: string;
  name: string;
  email: string;
  phone: string;
  postalAddress: string;
  /** Empty: by the first means that was given. */
  preference: '' | (typeof PREFERENCES)[number];
  /** Photos received by an earlier, refused sending. */
  photoIds: string[];
  photos: File[];
  faults: Refusal[];
}

/** Fields of the form, kept when only a photo is to be taken off. */
export type Removal = Omit<Sending, 'photos' | 'faults'> & { photoToRemove: string };

/** Reads the last form, in whatever state a browser sends it. */
export function readSending(form: FormData): Sending | Removal {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
  };
  const key = text('cle');
  const photoToRemove = text('retirer');
  const fields = {
    key: UUID.test(key) ? key : crypto.randomUUID(),
    description: text('description'),
    name: text('nom').slice(0, 200),
    email: text('courriel').slice(0, 254),
    phone: text('telephone').slice(0, 30),
    postalAddress: text('adressePostale').slice(0, 300),
    preference: PREFERENCES.find((one) => one === text('reponse')) ?? ('' as const),
    photoIds: form
      .getAll('photoRecue')
      .filter((id): id is string => typeof id === 'string' && UUID.test(id) && id !== photoToRemove)
      .slice(0, MAX_PHOTOS),
  };
  if (photoToRemove) return { ...fields, photoToRemove };

  // A browser sends one empty, nameless file when none was chosen.
  const photos = form
    .getAll('photos')
    .filter((one) => one instanceof File && one.size > 0) as File[];
  const faults: Refusal[] = [];
  if (fields.description.length > MAX_DESCRIPTION)
    faults.push({ field: 'description', fault: 'tooLong' });
  if (fields.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(fields.email)) {
    faults.push({ field: 'courriel', fault: 'emailWrong' });
  }
  if (fields.phone && !/^[+0-9 ().-]*\d[+0-9 ().-]*$/.test(fields.phone)) {
    faults.push({ field: 'telephone', fault: 'phoneWrong' });
  }
  return { ...fields, photos, faults };
}
