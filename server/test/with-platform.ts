import { type Act, systemActor } from '../src/platform/acts/index.ts';
import { loadConfig } from '../src/platform/config/index.ts';
import type { Platform } from '../src/platform/platform.ts';
import { openPlatform } from '../src/program.ts';

/** Opens the platform of a product that is not running, to prepare or read what it keeps. */
export async function withPlatform<T>(
  env: Record<string, string>,
  use: (platform: Platform) => Promise<T>,
): Promise<T> {
  const config = loadConfig({ LOG_LEVEL: 'silent', DEMO: 'off', ...env });
  const { platform, stop } = await openPlatform(config);
  try {
    return await use(platform);
  } finally {
    await stop();
  }
}

/** An act of who prepares a test, now. */
export const preparing = (territoryId: string): Act => ({
  territoryId,
  actor: systemActor('test'),
  at: new Date(),
  requestId: 'prepare',
  language: 'fr',
});
