import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../src/platform/config/index.ts';
import { openPlatform } from '../../src/program.ts';
import { startMailServer, type TestMailServer } from '../mail-server.ts';
import { type PreparedVar, prepareVar } from '../prepare-var.ts';
import { freePort, type ProductProcess, startProduct } from '../product-process.ts';
import { makeVar } from '../temporary-var.ts';
import { Reporters } from './reporters.ts';

const KILLS = 5;
const BETWEEN_KILLS_MS = 700;

let varDir: string;
let remove: () => Promise<void>;
let prepared: PreparedVar;
let product: ProductProcess;
let mail: TestMailServer;

beforeAll(async () => {
  ({ varDir, remove } = await makeVar());
  prepared = await prepareVar(varDir);
  mail = await startMailServer();
}, 120_000);

afterAll(async () => {
  await product?.end();
  await mail.close();
  await remove();
}, 60_000);

it('loses no acknowledged report while the program, then PostgreSQL, are killed five times each', async () => {
  const port = await freePort();
  const start = async () => {
    product = await startProduct({
      varDir,
      port,
      env: { DEMO: 'off', SMTP_URL: mail.url, MAIL_FROM: 'Essai <essai@ville.example>' },
    });
  };
  await start();
  const reporters = new Reporters(`http://127.0.0.1:${port}`, prepared.token);
  reporters.start(10);

  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(BETWEEN_KILLS_MS);
    await product.end('SIGKILL');
    await start();
  }
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(BETWEEN_KILLS_MS);
    process.kill(await postmasterPid(varDir), 'SIGKILL');
    await reporters.untilAcknowledgedAgain(product.output);
  }
  const acknowledged = await reporters.finish(product.output);
  expect(acknowledged.length).toBeGreaterThan(100);

  await untilMailed(acknowledged.map(({ email }) => email));
  await product.end();
  await checkDatabase(acknowledged);
  // A minute where the disk is quick; each of ten recoveries writes everything to disk first.
}, 600_000);

async function checkDatabase(acknowledged: { code: string; email: string }[]) {
  const { platform, stop } = await openPlatform(
    loadConfig({ CANTONNIER_VAR: varDir, LOG_LEVEL: 'silent', DEMO: 'off' }),
  );
  try {
    const { rows } = await platform.db.pool.query(
      `SELECT request.code, request.contact_email AS email,
              (SELECT count(*) FROM event WHERE event.territory_id = request.territory_id
                 AND event.subject = request.id AND event.type = 'service-request.received') AS events
       FROM service_request AS request WHERE request.territory_id = $1`,
      [prepared.territoryId],
    );
    const kept = new Map(rows.map((row) => [row.code, row]));
    const lost = acknowledged.filter(({ code, email }) => kept.get(code)?.email !== email);
    expect(lost, 'acknowledged but not there').toEqual([]);
    expect(
      rows.filter(({ events }) => events !== 1),
      'without exactly one event',
    ).toEqual([]);
    // One address a report: a report that is there twice would show here.
    const addresses = rows.map(({ email }) => email);
    expect(new Set(addresses).size, 'there once').toBe(addresses.length);
  } finally {
    await stop();
  }
}

async function untilMailed(addresses: string[]): Promise<void> {
  const deadline = Date.now() + 180_000;
  const missing = () => {
    const mailed = new Set(mail.received.flatMap(({ to }) => to));
    return addresses.filter((address) => !mailed.has(address));
  };
  while (missing().length > 0 && Date.now() < deadline) await sleep(250);
  expect(missing(), 'never mailed').toEqual([]);
}

/** The living postmaster; after a kill, the one that was started instead. */
async function postmasterPid(folder: string): Promise<number> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL stays away:\n${product.output()}`);
    const [file] = globSync('**/postmaster.pid', { cwd: folder });
    const text = file && (await readFile(path.join(folder, file), 'utf8').catch(() => ''));
    const pid = Number.parseInt(text || '0', 10);
    if (pid > 0 && isAlive(pid)) return pid;
    await sleep(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
