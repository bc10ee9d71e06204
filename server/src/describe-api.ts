import pino from 'pino';
import { systemClock } from './platform/clock/index.ts';
import { loadConfig } from './platform/config/index.ts';
import { openDatabase } from './platform/db/index.ts';
import { createEvents } from './platform/events/index.ts';
import { createFiles } from './platform/files/index.ts';
import { assemblePlatform } from './platform/platform.ts';
import { createApp } from './wiring.ts';

/**
 * The whole public API as OpenAPI 3.1, from the schemas that guard it.
 *
 * Nothing is served and no database is asked: the parts are only put together.
 */
export async function describeApi(): Promise<string> {
  const clock = systemClock;
  const db = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  const announcer = {
    announce() {},
    subscribe: () => () => {},
    subscribeHere: () => () => {},
    hearing: () => undefined,
    close: async () => {},
  };
  const blobs = {} as Parameters<typeof createFiles>[0]['blobs'];
  const app = await createApp(
    assemblePlatform({
      config: loadConfig({ LOG_LEVEL: 'silent' }),
      log: pino({ level: 'silent' }),
      clock,
      db,
      announcer,
      events: createEvents(clock, [], announcer),
      files: createFiles({ db, clock, blobs }),
      documents: blobs,
    }),
  );
  await app.ready();
  const description = app.swagger();
  await app.close();
  await db.close();
  return `${JSON.stringify(description, null, 2)}\n`;
}
