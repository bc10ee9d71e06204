import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

const url = inject('productUrl');
// Waited for here, where no test's clock runs: it loads the demonstration meanwhile.
await becomesReady();

/** Address of the product under test, started once for the run by global-setup.ts. */
export function productUrl(): string {
  return url;
}

/** @throws Error with what it said when it could not start */
async function becomesReady(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    const problem = await readFile(inject('productProblemFile'), 'utf8').catch(() => '');
    if (problem) throw new Error(problem);
    await sleep(250);
  }
}
