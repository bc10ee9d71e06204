import { flushCompileCache } from 'node:module';
import { hasTerritory } from '../modules/organizations/index.ts';
import type { Config } from '../platform/config/index.ts';
import { isDatabaseAway } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { openPlatform, type Running, serve, work } from '../program.ts';

export interface ProcessRoles {
  serve: boolean;
  work: boolean;
}

/** Starts the process in its roles and stops it in good order on SIGTERM or SIGINT. */
export async function start(config: Config, roles: ProcessRoles): Promise<void> {
  const opened = await openPlatform(config);
  const running: Running[] = [opened];
  const stop = stopOnSignal(running);
  bearAbsentDatabase(opened.platform);
  try {
    await loadDemonstrationOnce(opened.platform);
    if (roles.work) running.unshift(await work(opened.platform));
    if (roles.serve) {
      const server = await serve(opened.platform);
      running.unshift(server);
      say(`Cantonnier est prêt : ${readable(server.address)}`);
    }
    // Now rather than at the end, which a power cut would take away.
    flushCompileCache();
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Brings the schema up to date and ends: for who upgrades before restarting several processes. */
export async function migrateOnly(config: Config): Promise<void> {
  const opened = await openPlatform(config);
  await opened.stop();
  say('La base est à jour.');
}

async function loadDemonstrationOnce(platform: Platform): Promise<void> {
  if (platform.config.demo === 'off' || (await hasTerritory(platform))) return;
  // Loaded on demand: a real town never pays for the demonstration.
  const { loadDemonstration } = await import('../../../demo/load.ts');
  say('Première mise en route : chargement du territoire de démonstration…');
  say(await loadDemonstration(platform));
}

function stopOnSignal(running: Running[]): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      for (const part of running) await part.stop();
    })();
    return stopping;
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  return stop;
}

/**
 * The job queue leaves promises behind when its database goes away, some of them under errors of
 * its own. That passes (keep-running.ts begins it anew) and must not end the program; anything else
 * that nobody handled still does.
 */
function bearAbsentDatabase({ log }: Platform): void {
  process.on('unhandledRejection', (reason) => {
    const stack = reason instanceof Error ? (reason.stack ?? '') : '';
    const ofJobQueue = /node_modules[\\/]graphile-worker/.test(stack);
    if (!isDatabaseAway(reason) && !ofJobQueue) throw reason;
    log.warn({ err: reason }, 'the database is away for now');
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** An address that listens everywhere is of no use in a browser. */
function readable(address: string): string {
  return address.replace(/\[?(0\.0\.0\.0|127\.0\.0\.1|::1?)\]?(?=:\d+$)/, 'localhost');
}
