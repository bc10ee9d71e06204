import type { TestProject } from 'vitest/node';
import { buildIfStale } from '../scripts/build-if-stale.ts';
import { startMailServer } from '../server/test/mail-server.ts';
import { freePort, startProduct } from '../server/test/product-process.ts';
import { makeVar } from '../server/test/temporary-var.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the product, started with the demonstration for the whole run. */
    productUrl: string;
    /** Why it could not be started, for the tests that need it; empty when it could. */
    productProblem: string;
  }
}

/**
 * Starts the product once for every browser test: a new database, the demonstration loaded as on a
 * first `npm start`. `PRODUCT_URL` tests one that runs already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('productProblem', '');
  const running = process.env.PRODUCT_URL;
  if (running) {
    project.provide('productUrl', running);
    return async () => {};
  }
  const { varDir, remove } = await makeVar();
  try {
    await buildIfStale();
    const mail = await startMailServer();
    const product = await startProduct({
      varDir,
      port: await freePort(),
      env: { SMTP_URL: mail.url, MAIL_FROM: 'Val-Serein <ne-pas-repondre@val-serein.example>' },
    });
    project.provide('productUrl', product.url);
    return async () => {
      await product.end();
      await mail.close();
      await remove();
    };
  } catch (error) {
    project.provide('productUrl', '');
    project.provide('productProblem', (error as Error).message);
    return remove;
  }
}
