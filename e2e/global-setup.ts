import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildIfStale } from '../scripts/build-if-stale.ts';
import { startMailServer } from '../server/test/mail-server.ts';
import { freePort, startProduct } from '../server/test/product-process.ts';
import { makeVar } from '../server/test/temporary-var.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the product, started with the demonstration for the whole run. */
    productUrl: string;
    /** A file that says why it could not be started, once it could not. */
    productProblemFile: string;
  }
}

/**
 * Starts the product once for every browser test: a new database, the demonstration loaded as on a
 * first `npm start`. Tests that need none of it begin meanwhile. `PRODUCT_URL` tests one that runs
 * already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { varDir, remove } = await makeVar();
  const problemFile = path.join(varDir, 'problem');
  project.provide('productProblemFile', problemFile);
  const running = process.env.PRODUCT_URL;
  if (running) {
    project.provide('productUrl', running);
    return remove;
  }
  await buildIfStale();
  const port = await freePort();
  project.provide('productUrl', `http://127.0.0.1:${port}`);
  const started = start(varDir, port).catch(async (error: Error) => {
    await writeFile(problemFile, error.message);
    return undefined;
  });
  return async () => {
    await (await started)?.stop();
    await remove();
  };
}

async function start(varDir: string, port: number): Promise<{ stop(): Promise<void> }> {
  const mail = await startMailServer();
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'Val-Serein <ne-pas-repondre@val-serein.example>' };
  const product = await startProduct({ varDir, port, env });
  return {
    async stop() {
      await product.end();
      await mail.close();
    },
  };
}
