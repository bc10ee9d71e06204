import { parseArgs } from 'node:util';
import type { Config } from '../platform/config/index.ts';
import { openPlatform } from '../program.ts';
import { CommandError } from './command-error.ts';
import { initFromRegister } from './init-from-register.ts';

/** `cantonnier init`: sets up a real territory from the official register. */
export async function init(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      epci: { type: 'string' },
      commune: { type: 'string' },
      name: { type: 'string' },
      admin: { type: 'string' },
    },
  });
  if ((values.epci === undefined) === (values.commune === undefined)) {
    throw new CommandError('Indiquez --epci SIREN ou --commune CODE_INSEE, et un seul des deux.');
  }
  const { platform, stop } = await openPlatform(config);
  try {
    process.stdout.write(`${await initFromRegister(platform, values)}\n`);
  } finally {
    await stop();
  }
}
