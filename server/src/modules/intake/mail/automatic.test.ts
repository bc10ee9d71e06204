import { expect, it } from 'vitest';
import { automaticOf } from './automatic.ts';

const judge = (
  headers: Record<string, string>,
  more: { subject?: string; from?: string; hops?: number } = {},
) =>
  automaticOf({
    headers: new Map(Object.entries(headers)),
    subject: 'Un trou rue des Lilas',
    from: 'odile@exemple.fr',
    ours: new Set(['demandes@ville.example']),
    hops: 4,
    ...more,
  });

it.each([
  [{ 'auto-submitted': 'auto-replied' }, 'auto-reply'],
  [{ 'auto-submitted': 'auto-generated; type=x' }, 'auto-reply'],
  [{ precedence: 'auto_reply' }, 'auto-reply'],
  [{ 'x-auto-response-suppress': 'OOF, DR' }, 'auto-reply'],
  [{ 'x-autoreply': 'yes' }, 'auto-reply'],
  [{ 'return-path': '<>' }, 'auto-reply'],
  [{ precedence: 'bulk' }, 'mailing-list'],
  [{ 'list-id': '<lettre.exemple.fr>' }, 'mailing-list'],
  [{ 'list-unsubscribe': '<https://exemple.fr>' }, 'mailing-list'],
  [{ 'x-spam-flag': 'YES' }, 'spam'],
  [{ 'x-loop': 'x' }, 'loop'],
] as const)('%j is a machine’s', (headers, why) => {
  expect(judge(headers)).toBe(why);
});

it.each([
  'Réponse automatique : Demande K7QM-2X9D',
  'Automatic reply: Request',
  'Absence du bureau',
  'Out of office: back Monday',
  'Message d’absence',
])('« %s » is an absence', (subject) => {
  expect(judge({}, { subject })).toBe('auto-reply');
});

it('what comes from ourselves, or from too far, turns in a circle', () => {
  expect(judge({}, { from: 'demandes@ville.example' })).toBe('loop');
  expect(judge({}, { hops: 51 })).toBe('loop');
  expect(judge({}, { from: 'MAILER-DAEMON@exemple.fr' })).toBe('auto-reply');
});

it.each([
  [{}, {}],
  [{ 'auto-submitted': 'no' }, {}],
  [{ precedence: 'first-class', 'return-path': '<odile@exemple.fr>' }, {}],
  [{}, { subject: 'Mon voisin absent du bureau de vote a signalé un trou' }],
  [{}, { subject: 'La réponse automatique de la borne est fausse' }],
] as const)('a person’s stays a person’s: %j %j', (headers, more) => {
  expect(judge(headers as Record<string, string>, more)).toBeUndefined();
});
