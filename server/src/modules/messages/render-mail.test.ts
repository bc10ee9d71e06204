import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from './model.ts';
import { type MailFacts, renderMail, subjectOf } from './render-mail.ts';

const facts: MailFacts = {
  kind: 'received',
  role: 'reporter',
  language: 'fr',
  plain: false,
  code: 'K7QM-2X9D',
  serviceName: 'Nid-de-poule',
  place: '12 rue des Lilas, Ouestville',
  organization: { name: 'Ouestville', phone: '04 00 00 00 01', email: null },
  formerOrganization: null,
  receivedAt: new Date('2026-11-24T13:05:00Z'),
  dueAt: new Date('2026-12-24T23:00:00Z'),
  scheduledStart: new Date('2026-11-26T07:00:00Z'),
  words: null,
  hasPhotos: false,
  byResidents: false,
  trackingUrl: 'https://demandes.ouestville.example/suivi/K7QM-2X9D',
  unfollowUrl: 'https://demandes.ouestville.example/suivi/K7QM-2X9D/arret',
};

/** Language, whether easy to read, and who reads. */
const FORMS = [
  ['fr', false, 'reporter'],
  ['fr', false, 'follower'],
  ['fr', true, 'follower'],
  ['en', false, 'reporter'],
  ['en', false, 'follower'],
] as const;

describe('mails', () => {
  it('acknowledge receipt: when, what, by whom, until when, and where to follow', () => {
    const { subject, text } = renderMail(facts);
    expect(subject).toBe('Demande K7QM-2X9D\u00a0: bien reçue (Nid-de-poule)');
    expect(text).toContain('le mardi 24 novembre 2026 à 14:05');
    expect(text).toContain('au plus tard le vendredi 25 décembre 2026');
    expect(text).toContain('Service chargé de votre demande\u00a0: Ouestville, 04 00 00 00 01');
    expect(text).toContain(`\n${facts.trackingUrl}\n`);
  });

  it('acknowledge an administrative demand as the law wants it', () => {
    const legal = { lastDay: '2027-01-24', source: 'CRPA L231-1' };
    const accepted = renderMail({ ...facts, legal: { ...legal, silence: 'acceptance' } });
    expect(accepted.text).toContain('le dimanche 24 janvier 2027');
    expect(accepted.text).toContain('réputée acceptée à cette date');
    expect(accepted.text).toContain('(CRPA L231-1)');
    expect(accepted.text).toContain('attestation');
    const rejected = renderMail({ ...facts, legal: { ...legal, silence: 'rejection' } });
    expect(rejected.text).toContain('réputée rejetée à cette date');
    expect(rejected.text).toContain('tribunal administratif dans les deux mois');
    // Neither to a follower, nor of a call for a service.
    const silent = [
      renderMail({ ...facts, role: 'follower', legal: { ...legal, silence: 'rejection' } }),
      renderMail(facts),
    ];
    for (const { text } of silent) expect(text).not.toContain('réputée');
  });

  it('say in the town’s own words what happens next, before the date', () => {
    const [fr, plain, en] = ['Un agent vient voir.', 'Un agent vient.', 'Somebody comes to see.'];
    const nextSteps = { fr, plain: `${plain}\nIl regarde.`, en };
    const { text } = renderMail({ ...facts, nextSteps });
    expect(text.indexOf(fr)).toBeGreaterThan(0);
    expect(text.indexOf(fr)).toBeLessThan(text.indexOf('Nous visons une réponse'));
    const english = renderMail({ ...facts, nextSteps, language: 'en' }).text;
    expect(english).toContain(en);
    expect(english).not.toContain(fr);
    const easy = renderMail({ ...facts, nextSteps, plain: true }).text;
    expect(easy).toContain(`${plain}\nIl regarde.`);
    expect(easy).not.toContain(fr);
    const french = { fr, plain: '', en: '' };
    expect(renderMail({ ...facts, nextSteps: french, plain: true }).text).toContain(fr);
    expect(renderMail({ ...facts, nextSteps: french, language: 'en' }).text).not.toContain(fr);
  });

  it('say the day of the visit', () => {
    expect(renderMail({ ...facts, kind: 'planned' }).text).toContain('le jeudi 26 novembre 2026');
    expect(renderMail({ ...facts, kind: 'planned', language: 'en' }).text).toContain(
      'on Thursday, 26 November 2026 for',
    );
  });

  it('write the first of a month as one does', () => {
    const scheduledStart = new Date('2027-01-01T08:00:00Z');
    const { text } = renderMail({ ...facts, kind: 'planned', scheduledStart });
    expect(text).toContain('le vendredi 1er janvier 2027');
  });

  it('carry the town’s own subject, with the number by which they are found', () => {
    const answered = { ...facts, kind: 'answered', words: 'Oui.' } as const;
    expect(renderMail({ ...answered, title: 'Nid-de-poule comblé' }).subject).toBe(
      'Nid-de-poule comblé (demande K7QM-2X9D)',
    );
    expect(renderMail({ ...answered, title: 'Demande K7QM-2X9D' }).subject).toBe(
      'Demande K7QM-2X9D',
    );
    // What the console lists names nobody.
    expect(subjectOf({ ...answered, title: 'Madame Durand' })).not.toContain('Durand');
  });

  it('quote the town’s own words, line by line', () => {
    const { text, html } = renderMail({ ...facts, kind: 'answered', words: 'Oui.\n\nBien à vous' });
    expect(text).toContain('> Oui.\n>\n> Bien à vous');
    expect(html).toContain('Oui.<br><br>Bien à vous</blockquote>');
  });

  const ABOUT_SOMETHING = KINDS.filter((kind) => kind !== 'stopped');
  it.each(ABOUT_SOMETHING)(
    '%s: always names the request, and says the same in both forms',
    (kind) => {
      for (const [language, plain, role] of FORMS) {
        for (const organization of [facts.organization, null]) {
          const some = { ...facts, kind, language, plain, role, organization, dueAt: null };
          const mail = renderMail(some);
          const names =
            kind === 'confirm-follow' || kind === 'area-news' ? 'Nid-de-poule' : 'K7QM-2X9D';
          expect(mail.subject).toContain(names);
          expect(mail.text).toContain('Nid-de-poule');
          expect(mail.text).not.toMatch(/undefined|null|\[object/);
          const shown = mail.html
            .replace(/^[\s\S]*<body[^>]*>/, '')
            .replace(/<[^>]+>/g, ' ')
            .replaceAll('&#39;', "'");
          const words = (text: string) => text.replace(/[\s>]+/g, ' ').trim();
          expect(words(shown)).toBe(words(mail.text));
          expect(mail.html).toContain(`<html lang="${language}">`);
        }
      }
    },
  );

  it('leave out the link as long as there is no public address', () => {
    const nowhere = { ...facts, trackingUrl: null, unfollowUrl: null };
    expect(renderMail({ ...nowhere, kind: 'done' }).html).not.toContain('<a ');
  });

  it('let nobody’s words become markup, a header or a second line of subject', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('<script>', '"><b>', '\r\nBcc: x@y.fr\r\n\r\n', '&lt;', '\u2028'),
        (some, attack) => {
          const hostile = `${some}${attack}${some}`;
          const mail = renderMail({
            ...facts,
            kind: 'answered',
            serviceName: hostile,
            place: hostile,
            words: hostile,
            organization: { name: hostile, phone: hostile, email: hostile },
          });
          expect(mail.subject).not.toMatch(/[\r\n\u2028\u2029\0]/);
          expect(mail.subject.length).toBeLessThanOrEqual(200);
          expect(mail.html).not.toMatch(/<script|<b>/);
        },
      ),
    );
    expect(subjectOf(facts)).toBe(renderMail(facts).subject);
  });
});
