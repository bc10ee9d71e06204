import type { Random } from '../core/random.ts';
import { residentPhone } from '../people/fictional-phone.ts';
import { drawName, mailName } from '../people/names.ts';
import type { Address, Channel, ResidentContact } from '../types.ts';

/** How often those who ask this way say who they are, and leave an address or a number. */
const HABITS: Readonly<Record<Channel, { named: number; email: number; phone: number }>> = {
  web: { named: 0.5, email: 0.85, phone: 0.2 },
  phone: { named: 0.55, email: 0.15, phone: 0.9 },
  desk: { named: 0.6, email: 0.2, phone: 0.6 },
  letter: { named: 0.9, email: 0, phone: 0.35 },
  mail: { named: 0.95, email: 1, phone: 0.15 },
  elected: { named: 0.25, email: 0.3, phone: 0.5 },
  social: { named: 0.35, email: 0, phone: 0 },
  sms: { named: 0.6, email: 0, phone: 1 },
};
/** Of those who came or called and leave neither address nor number: they wait for the post. */
const BY_POST: Partial<Record<Channel, number>> = { letter: 1, desk: 0.5, phone: 0.3 };

/**
 * Invented residents, at addresses that reach nobody (RFC 2606).
 *
 * @param door - where they live, for those who are answered by post
 */
export function drawContact(
  random: Random,
  channel: Channel,
  door: Address | undefined,
): ResidentContact | undefined {
  const { named, email, phone } = HABITS[channel];
  if (!random.chance(named)) return undefined;
  const name = drawName(random);
  const reach = {
    ...(random.chance(email) && { email: `${mailName(name)}@example.org` }),
    ...(random.chance(phone) && { phone: residentPhone(random) }),
  };
  const isByPost = channel === 'letter' || Object.keys(reach).length === 0;
  return {
    name: `${name.first} ${name.last}`,
    ...reach,
    ...(door && isByPost && random.chance(BY_POST[channel] ?? 0) && inPost(door)),
  };
}

/** As the post wants it: the last line in capitals. */
function inPost({ number, street, postcode, communeName }: Address) {
  const town = `${postcode} ${communeName.toUpperCase()}`;
  return { postalAddress: `${number} ${street}\n${town}`, preference: 'letter' as const };
}
