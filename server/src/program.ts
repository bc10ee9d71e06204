import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pino from 'pino';
import { systemClock } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { startEmbeddedPostgres } from './platform/db/embedded/index.ts';
import { type Db, migrate, openDatabase } from './platform/db/index.ts';
import { createAnnouncer, createEvents, startWorker } from './platform/events/index.ts';
import { createFiles, diskBlobStore } from './platform/files/index.ts';
import { attachApi } from './platform/http/attach-api.ts';
import { FILE_LIMIT, type PageHandler } from './platform/http/index.ts';
import { assemblePlatform, type Platform } from './platform/platform.ts';
import {
  createApp,
  migrationFolders,
  prepare,
  reactions,
  schedules,
  tasks,
  watch,
} from './wiring.ts';

/** Something that runs and can be stopped in good order. */
export interface Running {
  stop(): Promise<void>;
}

const silent = new Logger(() => () => undefined);

/** Where `npm run build` leaves the web application. */
const PAGES = path.join(import.meta.dirname, '../../web/build/handler.js');

/** Opens the database (embedded unless configured), brings its schema up to date, joins the parts. */
export async function openPlatform(config: Config): Promise<{ platform: Platform } & Running> {
  const log = pino({ level: config.logLevel, base: null });
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({
        dataDir: path.join(config.varDir, 'postgres'),
        // PostgreSQL's own chatter is for who looks for it; what the launcher says is for everyone.
        log: (line) => log[line.startsWith('postgres : ') ? 'debug' : 'info'](line),
      });
  const url = config.databaseUrl ?? (embedded?.url as string);
  const db = openDatabase(url);
  const announcer = createAnnouncer(db.pool, url);
  const stop = async () => {
    await announcer.close();
    await db.close();
    await embedded?.stop();
  };
  const clock = systemClock;
  const platform = assemblePlatform({
    config,
    log,
    clock,
    db,
    announcer,
    events: createEvents(clock, reactions, announcer),
    files: createFiles({ db, clock, blobs: diskBlobStore(path.join(config.varDir, 'files')) }),
    documents: diskBlobStore(path.join(config.varDir, 'documents')),
  });
  try {
    await updateSchema(db);
    await prepare(platform);
  } catch (error) {
    await stop();
    throw error;
  }
  return { platform, stop };
}

/** Brings both schemas up to date: the job queue's and ours. */
async function updateSchema(db: Db): Promise<void> {
  await runMigrations({ pgPool: db.pool, logger: silent });
  await migrate(db.pool, migrationFolders);
}

/** Serves the API and, when it is built, the web application. */
export async function serve(platform: Platform): Promise<{ address: string } & Running> {
  const pages = existsSync(PAGES) ? await loadPages() : undefined;
  let api: Awaited<ReturnType<typeof createApp>>;
  const app = await createApp(
    platform,
    pages &&
      ((request, response) => {
        attachApi(request, api);
        pages(request, response);
      }),
  );
  api = app;
  const { port, host } = platform.config;
  const address = await app.listen({ port, host });
  return { address, stop: () => app.close() };
}

/** Carries out the work that acts left behind (reactions, mails, nightly tasks); watches mailboxes. */
export async function work(platform: Platform): Promise<Running> {
  const worker = await startWorker(platform, reactions, tasks, schedules);
  const watchers = watch(platform);
  return {
    async stop() {
      await Promise.all(watchers.map((watcher) => watcher.stop()));
      await worker.stop();
    },
  };
}

/** A form may carry this many photos. */
const PHOTOS_IN_A_FORM = 5;

async function loadPages(): Promise<PageHandler> {
  // The handler reads its limit when it is loaded, and from nowhere else; its own is 512 kB.
  process.env.WEB_BODY_SIZE_LIMIT ??= String((PHOTOS_IN_A_FORM + 1) * FILE_LIMIT);
  const { handler } = await import(pathToFileURL(PAGES).href);
  return handler;
}
