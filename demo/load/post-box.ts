import {
  keepInbound,
  receiveSms,
  receiveSocial,
  registerLetter,
} from '../../server/src/modules/intake/index.ts';
import type { Act } from '../../server/src/platform/acts/index.ts';
import { fromPosition } from '../../server/src/platform/geo/index.ts';
import { uuidv7 } from '../../server/src/platform/ids/index.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import type { Arrived, Demonstration } from '../types.ts';
import type { Colleague } from './accounts.ts';
import { actAs } from './act-as.ts';

/** Gives the product what came without a form; it reads it as soon as it works. */
export async function loadPostBox(
  platform: Platform,
  act: Act,
  { arrived, letters }: Demonstration,
  desk: Colleague,
): Promise<void> {
  for (const [index, one] of arrived.entries()) {
    await (one.source === 'mail'
      ? keepMail(platform, act, one, index)
      : handIn(platform, act, one, index));
  }
  for (const { sender, summary, serviceCode, address } of letters) {
    await registerLetter(platform, actAs(platform, act, desk, platform.clock.now()), {
      key: uuidv7(platform.clock),
      summary,
      sender,
      serviceCode,
      address: `${address.number} ${address.street}, ${address.communeName}`,
      point: fromPosition(address.point.coordinates),
    });
  }
}

async function keepMail(platform: Platform, act: Act, mail: Arrived, index: number) {
  const arrival = {
    source: 'mail' as const,
    sourceKey: `demonstration-${index + 1}`,
    raw: rawMail(mail, index),
    receivedAt: new Date(mail.at),
  };
  await platform.db.transaction((tx) => keepInbound(platform, tx, act.territoryId, [arrival]));
}

/** As a mail server hands it over (RFC 5322). */
function rawMail({ sender, subject = '', text, headers = {}, at }: Arrived, index: number): Buffer {
  const encoded = (words: string) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
  const lines = [
    `From: ${encoded(sender.name)} <${sender.address}>`,
    'To: demandes@montserein.val-serein.example',
    `Subject: ${subject && encoded(subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${index + 1}.${Date.parse(at)}@example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    Buffer.from(signed(text, sender.name)).toString('base64'),
  ];
  return Buffer.from(lines.join('\r\n'));
}

/** Who ends with a comma signs below. */
const signed = (text: string, name: string) => (text.endsWith(',') ? `${text}\n${name}` : text);

async function handIn(platform: Platform, act: Act, one: Arrived, index: number) {
  const { source, sender, text, network = '', at } = one;
  const id = `demonstration-${index + 1}`;
  const actor = {
    ...act.actor,
    kind: 'token' as const,
    name: 'passerelle de démonstration',
    scopes: ['intake:sms', 'intake:social'],
  };
  const handing = { ...act, actor };
  await (source === 'sms'
    ? receiveSms(platform, handing, { id, from: sender.address, text, receivedAt: at })
    : receiveSocial(platform, handing, {
        id,
        network,
        author: sender.name,
        text,
        publishedAt: at,
      }));
}
