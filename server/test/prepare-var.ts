import { importCatalogue } from '../src/modules/service-requests/index.ts';
import { SCOPES } from '../src/platform/auth/api-tokens.ts';
import { createApiToken } from '../src/platform/auth/index.ts';
import { systemClock } from '../src/platform/clock/index.ts';
import { uuidv7 } from '../src/platform/ids/index.ts';
import { foundTestTerritory, type TestTerritory } from './territory.ts';
import { preparing, withPlatform } from './with-platform.ts';

export interface PreparedVar {
  territoryId: string;
  organizations: TestTerritory;
  /** An API token with every scope, of the western commune. */
  token: string;
}

/** The service that {@link prepareVar} offers. */
export const LAMP_OUT = {
  code: 'lighting.lamp-out',
  name: 'Lampadaire éteint',
  description: 'Un lampadaire ne s’allume plus.',
  group: 'Éclairage public',
  keywords: ['lampadaire', 'lampe', 'éclairage', 'ampoule'],
  questions: [],
  emergencyNotice: null,
  defaultSeverity: 2 as const,
  defaultUrgency: 3 as const,
  targetDays: 5,
  offered: true,
};

/**
 * Fills a var folder with a small territory, through the use cases, so that the product started on
 * it has something to serve without the demonstration.
 */
export async function prepareVar(
  varDir: string,
  env: Record<string, string> = {},
): Promise<PreparedVar> {
  return withPlatform({ CANTONNIER_VAR: varDir, ...env }, async (platform) => {
    const territoryId = uuidv7();
    const organizations = await foundTestTerritory({ platform, territoryId, clock: systemClock });
    const act = preparing(territoryId);
    await importCatalogue(platform, act, { services: [LAMP_OUT] });
    const { token } = await createApiToken(platform, act, {
      name: 'essai',
      organizationId: organizations.west,
      scopes: [...SCOPES],
    });
    return { territoryId, organizations, token };
  });
}
