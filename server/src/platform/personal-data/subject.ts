import { toE164 } from '../phone/index.ts';

/** Somebody, as the ways in which they can be reached tell who it is. At least one is not null. */
export interface Subject {
  /** In lower case. */
  email: string | null;
  /** E.164 where it can be read so, else as it was typed. */
  phone: string | null;
}

/** What a person typed, brought to the forms in which addresses and numbers are kept. */
export function readSubject(given: { email?: string; phone?: string }): Subject {
  const phone = (given.phone ?? '').trim();
  return {
    email: (given.email ?? '').trim().toLowerCase() || null,
    phone: (toE164(phone) ?? phone) || null,
  };
}
