import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../src/platform/config/index.ts';
import { openPlatform } from '../../src/program.ts';
import { eventually } from '../eventually.ts';
import { startImapServer, type TestImapServer } from '../imap-server.ts';
import { prepareVar } from '../prepare-var.ts';
import { freePort, type ProductProcess, startProduct } from '../product-process.ts';
import { makeVar } from '../temporary-var.ts';

const KILLS = 4;
const MAILS = 100;

let varDir: string;
let remove: () => Promise<void>;
let token: string;
let imap: TestImapServer;
let product: ProductProcess;

beforeAll(async () => {
  ({ varDir, remove } = await makeVar());
  ({ token } = await prepareVar(varDir));
  imap = await startImapServer();
}, 120_000);

afterAll(async () => {
  await product?.end();
  await imap.close();
  await remove();
}, 60_000);

it('takes each mail once while the program is killed as it takes them', async () => {
  const start = async () => {
    product = await startProduct({
      varDir,
      port: await freePort(),
      env: { DEMO: 'off', IMAP_URL: imap.url },
    });
  };
  await start();
  for (let kill = 0; kill < KILLS; kill++) {
    // Many at once: the program is killed in the middle of them, each time at another moment.
    for (let n = 0; n < MAILS / KILLS; n++) deliver(kill * (MAILS / KILLS) + n);
    await sleep(kill * 60);
    await product.end('SIGKILL');
    await start();
  }
  // Marked as read is said to be ours: after the commit alone.
  await eventually(() => imap.mails().every(({ flags }) => flags.includes('\\Seen')), {
    within: 60_000,
  });
  await product.end('SIGKILL');
  await start();
  await eventually(everyMailMadeARequest, { within: 90_000 });
  await product.end();

  const { kept, made } = await look();
  expect(kept).toHaveLength(MAILS);
  expect(new Set(kept).size).toBe(MAILS);
  expect(made.sort()).toEqual(kept.sort());
}, 300_000);

async function everyMailMadeARequest(): Promise<boolean> {
  const codes: (string | null)[] = [];
  let cursor = '';
  do {
    const answer = await fetch(`${product.url}/api/v1/intake/messages?limit=100${cursor}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await answer.json()) as {
      items: { serviceRequestCode: string | null }[];
      nextCursor: string | null;
    };
    codes.push(...page.items.map(({ serviceRequestCode }) => serviceRequestCode));
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
  } while (cursor);
  return codes.length >= MAILS && codes.every((code) => code !== null);
}

function deliver(n: number): void {
  imap.deliver(
    `From: auteur${n}@exemple.fr\r\nSubject: Trou ${n}\r\nMessage-ID: <${n}@exemple.fr>\r\n\r\nUn trou.`,
  );
}

/** Who wrote, by the mails that are kept and by the requests that they made. */
async function look(): Promise<{ kept: string[]; made: string[] }> {
  const config = loadConfig({ CANTONNIER_VAR: varDir, LOG_LEVEL: 'silent', DEMO: 'off' });
  const { platform, stop } = await openPlatform(config);
  const read = async (query: string) => {
    const { rows } = await platform.db.pool.query(query);
    return rows.map(({ author }) => author as string);
  };
  try {
    return {
      kept: await read('SELECT sender_address AS author FROM inbound_message'),
      made: await read('SELECT contact_email AS author FROM service_request'),
    };
  } finally {
    await stop();
  }
}
