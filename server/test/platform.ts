import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Logger, runOnce } from 'graphile-worker';
import pino from 'pino';
import { type Act, type Actor, ANONYMOUS, type Role } from '../src/platform/acts/index.ts';
import { type FixedClock, fixedClock } from '../src/platform/clock/index.ts';
import { type Config, loadConfig } from '../src/platform/config/index.ts';
import { openDatabase } from '../src/platform/db/index.ts';
import {
  createAnnouncer,
  createEvents,
  type Reaction,
  type Task,
  taskListOf,
} from '../src/platform/events/index.ts';
import { createFiles, diskBlobStore } from '../src/platform/files/index.ts';
import { uuidv7 } from '../src/platform/ids/index.ts';
import { assemblePlatform, type Platform } from '../src/platform/platform.ts';
import { createTestDatabase } from './database.ts';

export interface TestPlatformOptions {
  reactions?: Reaction[];
  tasks?: Record<string, Task>;
  /** When it is, in the test: Tuesday 24 November 2026, 10:00 in Paris, unless said. */
  at?: string;
  config?: Partial<Config>;
}

export interface TestPlatform {
  platform: Platform;
  clock: FixedClock;
  /** A territory id of the test's own; the row itself is the organizations module's to make. */
  territoryId: string;
  /** Someone with one role in one organization. */
  actor(role: Role, organizationId: string, name?: string): Actor;
  /** An act of this actor (a resident unless said), now. */
  act(actor?: Actor, more?: Partial<Act>): Act;
  /** Carries out every job that is due, and those that these make, until none is left. */
  drainJobs(): Promise<void>;
  close(): Promise<void>;
}

const silent = new Logger(() => () => undefined);

/** A real platform on a database of its own, with a clock that the test moves. */
export async function createTestPlatform(options: TestPlatformOptions = {}): Promise<TestPlatform> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'cantonnier-test-'));
  const config = {
    ...loadConfig({ LOG_LEVEL: 'silent', CANTONNIER_VAR: folder }),
    ...options.config,
  };
  const clock = fixedClock(options.at ?? '2026-11-24T09:00:00Z');
  const db = openDatabase(database.url, 8);
  const announcer = createAnnouncer(db.pool, database.url);
  const { reactions = [], tasks = {} } = options;
  const platform = assemblePlatform({
    config,
    log: pino({ level: 'silent' }),
    clock,
    db,
    announcer,
    events: createEvents(clock, reactions, announcer),
    files: createFiles({ db, clock, blobs: diskBlobStore(path.join(folder, 'files')) }),
    documents: diskBlobStore(path.join(folder, 'documents')),
  });
  const territoryId = uuidv7(clock);
  let requests = 0;
  return {
    platform,
    clock,
    territoryId,
    actor: (role, organizationId, name = role) => ({
      kind: 'account',
      id: uuidv7(clock),
      name,
      grants: [{ organizationId, role }],
      scopes: [],
    }),
    act: (actor = ANONYMOUS, more = {}) => ({
      territoryId,
      actor,
      at: clock.now(),
      requestId: `test-${++requests}`,
      language: 'fr',
      ...more,
    }),
    async drainJobs() {
      const taskList = taskListOf(platform, reactions, tasks);
      await runOnce({ pgPool: db.pool, taskList, noHandleSignals: true, logger: silent });
    },
    async close() {
      await announcer.close();
      await db.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
