import { describe, expect, it } from 'vitest';
import { type ContactGiven, contactFault, reachOf, readContact } from './contact.ts';

const ADDRESS = ' 12 rue des Lilas \r\n\r\n  Bâtiment  B\n69100 VILLE\u202e ';

describe('readContact', () => {
  it('keeps a number as it is dialled, and an address in lines', () => {
    expect(
      readContact({ name: ' Odile  R. ', phone: '06 39 98 12 34', postalAddress: ADDRESS }),
    ).toEqual({
      name: 'Odile R.',
      email: null,
      phone: '+33639981234',
      postalAddress: '12 rue des Lilas\nBâtiment B\n69100 VILLE',
      preference: null,
    });
  });

  it('keeps what it cannot dial as it was typed: a person may still read it', () => {
    expect(readContact({ phone: '39 77' }).phone).toBe('39 77');
  });
});

const fault = (given: ContactGiven) => contactFault(readContact(given))?.pointer;

describe('contactFault', () => {
  it('asks for the means of the way that was chosen', () => {
    expect(fault({})).toBeUndefined();
    expect(fault({ preference: 'none' })).toBeUndefined();
    expect(fault({ preference: 'email' })).toBe('/contact/email');
    expect(fault({ preference: 'sms' })).toBe('/contact/phone');
    expect(fault({ preference: 'sms', phone: '04 78 00 00 00' })).toBe('/contact/phone');
    expect(fault({ preference: 'sms', phone: '06 39 98 12 34' })).toBeUndefined();
    expect(fault({ preference: 'letter' })).toBe('/contact/postalAddress');
    expect(fault({ preference: 'letter', postalAddress: ADDRESS })).toBeUndefined();
  });

  it('refuses an address that no window shows', () => {
    expect(fault({ postalAddress: 'a\nb\nc\nd\ne\nf' })).toBe('/contact/postalAddress');
  });
});

describe('reachOf', () => {
  const all = { email: 'o@exemple.fr', phone: '0639981234', postalAddress: '1 rue\n69100 V' };
  const reach = (given: ContactGiven) => reachOf(readContact(given)).channel;

  it('answers as asked', () => {
    for (const preference of ['email', 'sms', 'letter', 'none'] as const) {
      expect(reach({ ...all, preference })).toBe(preference);
    }
  });

  it('else by the first means that was given', () => {
    expect(reach(all)).toBe('email');
    expect(reach({ ...all, email: '' })).toBe('sms');
    expect(reach({ ...all, email: '', phone: '04 78 00 00 00' })).toBe('letter');
    expect(reach({ name: 'Odile' })).toBe('none');
    // An address that was erased since: the next way that is left.
    expect(reach({ ...all, email: null, preference: 'email' })).toBe('sms');
  });
});
