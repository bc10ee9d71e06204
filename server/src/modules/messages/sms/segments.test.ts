import { describe, expect, it } from 'vitest';
import { KINDS } from '../model.ts';
import type { MailFacts } from '../render-mail.ts';
import { renderSms } from './render-sms.ts';
import { cheapest, sizeOf } from './segments.ts';

describe('sizeOf', () => {
  it.each([
    ['a'.repeat(160), 'gsm7', 1],
    ['a'.repeat(161), 'gsm7', 2],
    ['a'.repeat(306), 'gsm7', 2],
    ['a'.repeat(307), 'gsm7', 3],
    ['é'.repeat(160), 'gsm7', 1],
    ['€'.repeat(80), 'gsm7', 1],
    ['€'.repeat(81), 'gsm7', 2],
    ['ê'.repeat(70), 'ucs2', 1],
    ['ê'.repeat(71), 'ucs2', 2],
    ['🚧'.repeat(35), 'ucs2', 1],
    ['🚧'.repeat(36), 'ucs2', 2],
    ['', 'gsm7', 1],
  ])('%s is %s, %d', (text, encoding, segments) => {
    expect(sizeOf(text)).toEqual({ encoding, segments });
  });
});

it('spends no message on typography, and never an accent', () => {
  expect(cheapest('L’éclairage «\u00a0public\u00a0» – œuvre…')).toBe(
    'L\'éclairage "public" - oeuvre...',
  );
  expect(cheapest('L’arrêt')).toBe('L’arrêt');
});

const facts = (changes: Partial<MailFacts> = {}): MailFacts => ({
  kind: 'answered',
  role: 'reporter',
  language: 'fr',
  plain: false,
  code: 'K7QM-2X9D',
  serviceName: 'Lampadaire éteint',
  place: '12 rue des Lilas',
  organization: { name: 'Ouestville', phone: null, email: null },
  formerOrganization: null,
  receivedAt: new Date('2026-11-24T09:00:00Z'),
  dueAt: null,
  scheduledStart: new Date('2026-11-26T07:00:00Z'),
  words: null,
  hasPhotos: false,
  byResidents: false,
  trackingUrl: 'https://demandes.ouestville.example/suivi/K7QM-2X9D',
  unfollowUrl: null,
  ...changes,
});

describe('a text message', () => {
  it.each(KINDS)('%s holds in one of 160 characters, in either language', (kind) => {
    for (const language of ['fr', 'en'] as const) {
      const text = renderSms(facts({ kind, language }));
      expect(sizeOf(text), text).toEqual({ encoding: 'gsm7', segments: 1 });
      if (kind !== 'stopped') expect(text).toContain('suivi/K7QM-2X9D');
    }
  });

  it('says what happens next when it holds in two, in easier words if need be', () => {
    const fr = 'Une équipe de propreté passe lors de sa prochaine tournée.';
    const steps = { fr, plain: 'Une équipe vient nettoyer.', en: 'A crew comes soon.' };
    const received = (changes: Partial<MailFacts>) =>
      renderSms(facts({ kind: 'received', ...changes }));
    expect(received({ nextSteps: steps })).toContain(`${fr} https://`);
    expect(received({ nextSteps: steps, language: 'en' })).toContain(`${steps.en} https://`);
    const long = { ...steps, fr: `${fr} `.repeat(5) };
    const text = received({ nextSteps: long });
    expect(text).toContain(`${steps.plain} https://`);
    expect(sizeOf(text).segments).toBeLessThanOrEqual(2);
    expect(received({ nextSteps: { ...long, plain: long.fr } })).toBe(received({}));
    expect(renderSms(facts({ kind: 'planned', nextSteps: steps }))).not.toContain(fr);
  });

  it('says when the crew comes', () => {
    expect(renderSms(facts({ kind: 'planned' }))).toBe(
      'Votre demande K7QM-2X9D (Lampadaire éteint) est programmée pour le 26/11. https://demandes.ouestville.example/suivi/K7QM-2X9D',
    );
  });

  it('cuts long words rather than the link, and is never more than three', () => {
    const long = renderSms(facts({ words: 'Nous avons réparé. '.repeat(600) }));
    expect(sizeOf(long).segments).toBeLessThanOrEqual(3);
    expect(long).toContain('Nous avons réparé');
    expect(long).toMatch(/suivi\/K7QM-2X9D$/);
    const hostile = renderSms(
      facts({ words: '<b>مرحبا</b> 🚧'.repeat(900), serviceName: 'ê'.repeat(500) }),
    );
    expect(sizeOf(hostile).segments).toBeLessThanOrEqual(5);
    expect(hostile).toMatch(/suivi\/K7QM-2X9D$/);
  });
});
