import { createCrew } from '../../server/src/modules/organizations/index.ts';
import { type ImportPlaces, importPlaces } from '../../server/src/modules/places/index.ts';
import {
  DEFAULT_CATALOGUE,
  importCatalogue,
} from '../../server/src/modules/service-requests/index.ts';
import { createAccount } from '../../server/src/platform/auth/index.ts';
import { systemClock } from '../../server/src/platform/clock/index.ts';
import { uuidv7 } from '../../server/src/platform/ids/index.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import { PASSWORD_HASH } from '../../server/test/password.ts';
import { makeVar } from '../../server/test/temporary-var.ts';
import { foundTestTerritory } from '../../server/test/territory.ts';
import { preparing, withPlatform } from '../../server/test/with-platform.ts';
import { type Colleague, emailOf, PEOPLE } from './people.ts';

/** Founds the town hall of the tests in a database, through the use cases. */
export const foundTown = (databaseUrl: string): Promise<void> =>
  inDatabase(databaseUrl, async (platform) => {
    const territoryId = uuidv7();
    const { west, metropole } = await foundTestTerritory({
      platform,
      territoryId,
      clock: systemClock,
    });
    const act = preparing(territoryId);
    const services = DEFAULT_CATALOGUE.map((service) => ({ ...service, offered: true }));
    await importCatalogue(platform, act, { services });
    for (const [who, { name, roles }] of Object.entries(PEOPLE)) {
      await createAccount(platform, act, {
        email: emailOf(who as Colleague),
        name,
        passwordHash: PASSWORD_HASH,
        grants: roles.flatMap((role) =>
          [west, metropole].map((organizationId) => ({ organizationId, role })),
        ),
      });
    }
    for (const [organizationId, name] of [
      [metropole, 'Voirie secteur 1'],
      [metropole, 'Voirie secteur 2'],
      [west, 'Propreté centre'],
    ] as const) {
      const crew = { organizationId, name, skills: [], vehicle: null, memberIds: [] };
      await createCrew(platform, act, crew);
    }
    await leaveAFailure(platform, territoryId);
  });

/** Brings streets and addresses to the town of a database, before the product starts on it. */
export const bringPlaces = (databaseUrl: string, places: ImportPlaces): Promise<void> =>
  inDatabase(databaseUrl, async (platform) => {
    const { rows } = await platform.db.pool.query<{ territory_id: string }>(
      'SELECT territory_id FROM territory',
    );
    await importPlaces(platform, preparing(rows[0]?.territory_id as string), places);
  });

/** A job that cannot succeed and will not be tried again: what administrators find in the morning. */
async function leaveAFailure({ db }: Platform, territoryId: string): Promise<void> {
  await db.pool.query(
    `SELECT graphile_worker.add_job('messages/send', $1::json, max_attempts := 1)`,
    [JSON.stringify({ territoryId, messageId: 'no such thing' })],
  );
}

/** The folder is of the moment: the town is in the database. */
async function inDatabase(databaseUrl: string, act: (platform: Platform) => Promise<void>) {
  const { varDir, remove } = await makeVar();
  const env = { CANTONNIER_VAR: varDir, DATABASE_URL: databaseUrl };
  await withPlatform(env, act).finally(remove);
}
