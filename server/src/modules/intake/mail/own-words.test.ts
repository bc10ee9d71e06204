import { describe, expect, it } from 'vitest';
import { ownWords } from './own-words.ts';

const OWN = 'Bonjour,\nLe trou est toujours là.';

describe('what somebody wrote themselves', () => {
  it.each([
    [
      'Gmail',
      'Le lun. 3 mars 2025 à 10:12, Mairie de Ville <ne-pas-repondre@ville.example> a\nécrit :\n\n> Votre demande est reçue.\n>> plus ancien\n',
    ],
    ['Gmail, in one line', 'Le lun. 3 mars 2025 à 10:12, X <x@y.fr> a écrit :\n> Reçue\n'],
    ['Apple Mail', 'Le 3 mars 2025 à 10:12, Mairie <m@ville.example> a écrit :\n\n> Reçue\n'],
    ['Thunderbird', 'Le 03/03/2025 à 10:12, Mairie a écrit :\n> Reçue\n'],
    [
      'Gmail in English',
      'On Mon, 3 Mar 2025 at 10:12, Town <t@ville.example> wrote:\n> Received\n',
    ],
    [
      'Outlook',
      'De : Mairie <m@ville.example>\nEnvoyé : lundi 3 mars 2025 10:12\nÀ : Odile\nObjet : Demande reçue\n\nBonjour,\nVotre demande est reçue.',
    ],
    [
      'Outlook on the web',
      '________________________________\nDe : Mairie <m@ville.example>\nEnvoyé : lundi 3 mars 2025 10:12\nÀ : Odile\nObjet : Demande\n\nReçue.',
    ],
    [
      'Outlook in English',
      'From: Town <t@ville.example>\nSent: Monday, March 3, 2025 10:12\nTo: Odile\nSubject: Received\n\nIt was received.',
    ],
    ['older Outlook', '-----Message d’origine-----\nDe : Mairie\nEnvoyé : lundi\nBonjour'],
    ['quotations without an announcement', '> Votre demande est reçue.\n> Elle porte un numéro.'],
  ])('is told from what %s quotes', (_, quoted) => {
    expect(ownWords(`${OWN}\n\n${quoted}`)).toBe(OWN);
    expect(ownWords(`${OWN}\n\n${quoted}`.replaceAll('\n', '\r\n'))).toBe(OWN);
  });

  it('stays when it answers between the quoted lines', () => {
    const text =
      'Le 3 mars 2025 à 10:12, X a écrit :\n> Où est-ce ?\nDevant le 12.\n> Depuis quand ?\nLundi.';
    expect(ownWords(text)).toBe('Devant le 12.\nLundi.');
  });

  it('stays when it speaks of writing, of dates and of somebody', () => {
    const text =
      'Le maire a écrit : nous viendrons.\nDe : nulle part.\nLe 3 mars, rien.\n- un\n-- deux';
    expect(ownWords(text)).toBe(text);
  });

  it.each([
    ['the separator', '-- \nOdile Martin\n06 00 00 00 00'],
    ['the separator that lost its space', '--\nOdile Martin'],
    ['an iPhone', 'Envoyé de mon iPhone'],
    ['an Android', 'Envoyé depuis mon appareil Galaxy'],
    ['Outlook on a phone', 'Télécharger Outlook pour Android'],
    ['Orange', 'Envoyé à partir de Outlook pour iOS'],
    ['an English phone', 'Sent from my iPhone'],
    [
      'a notice',
      'Ce message et ses pièces jointes sont confidentiels et réservés à leur seul destinataire.',
    ],
    ['the environment', 'Pensez à l’environnement avant d’imprimer ce message.'],
  ])('is told from %s', (_, signature) => {
    expect(ownWords(`${OWN}\n\n${signature}`)).toBe(OWN);
  });

  it('keeps how it is signed, not the card behind', () => {
    const text = `${OWN}\n\nCordialement,\n\nOdile Martin\nDirectrice\nSARL Lilas\n06 00 00 00 00`;
    expect(ownWords(text)).toBe(`${OWN}\n\nCordialement,\n\nOdile Martin`);
    const more = `Cordialement,\n${'Une phrase bien plus longue que ce que porte une carte de visite, et qui dit encore quelque chose.\n'.repeat(2)}`;
    expect(ownWords(`${OWN}\n${more}`)).toContain('et qui dit encore');
  });

  it('keeps what was passed on', () => {
    const text = `Voir ci-dessous.\n\n---------- Forwarded message ---------\nDe : Zoé <z@z.fr>\nDate: lun. 3 mars 2025\nSubject: Trou\nTo: <odile@exemple.fr>\n\nUn trou.`;
    expect(ownWords(text)).toBe(text);
  });

  it('is everything when nothing else would remain', () => {
    expect(ownWords('> Un trou rue des Lilas')).toBe('Un trou rue des Lilas');
    expect(ownWords('')).toBe('');
  });

  it('is found in time in a hostile text', () => {
    const started = performance.now();
    ownWords(`Le ${'a '.repeat(200_000)}`);
    ownWords('Le \n'.repeat(100_000));
    ownWords(`${'>'.repeat(500_000)}x`);
    ownWords('De : a\n'.repeat(50_000));
    ownWords(`Ce message ${'b'.repeat(300_000)}`);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
