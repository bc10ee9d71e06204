import type { Random } from '../core/random.ts';
import { residentPhone } from '../people/fictional-phone.ts';
import { drawName, mailName } from '../people/names.ts';
import type { Channel, ResidentContact } from '../types.ts';

/** How often those who ask this way say who they are, and leave an address or a number. */
const HABITS: Readonly<Record<Channel, { named: number; email: number; phone: number }>> = {
  web: { named: 0.5, email: 0.85, phone: 0.2 },
  phone: { named: 0.55, email: 0.15, phone: 0.9 },
  desk: { named: 0.6, email: 0.2, phone: 0.6 },
  letter: { named: 0.9, email: 0, phone: 0.35 },
  mail: { named: 0.95, email: 1, phone: 0.15 },
};

/** Invented residents, at addresses that reach nobody (RFC 2606). */
export function drawContact(random: Random, channel: Channel): ResidentContact | undefined {
  const { named, email, phone } = HABITS[channel];
  if (!random.chance(named)) return undefined;
  const name = drawName(random);
  return {
    name: `${name.first} ${name.last}`,
    ...(random.chance(email) && { email: `${mailName(name)}@example.org` }),
    ...(random.chance(phone) && { phone: residentPhone(random) }),
  };
}
