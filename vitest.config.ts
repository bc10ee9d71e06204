import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

export default defineConfig({
  test: {
    // At the end a product and two PostgreSQL stop in good order.
    teardownTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    // PostgreSQL works while a test waits: two at once on two cores, where the default is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'server',
          globalSetup: 'server/test/global-setup.ts',
          include: ['{server,demo,bench}/**/*.test.ts'],
          // Each test has a database of its own, so files may share their modules: a third quicker.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'tools', include: ['{engines,scripts}/**/*.test.ts'] } },
      {
        plugins: [svelte({ configFile: false })],
        test: { name: 'web', include: ['web/src/**/*.test.ts'] },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: [
            'server/test/global-setup.ts',
            'e2e/console/global-setup.ts',
            'e2e/global-setup.ts',
          ],
          include: ['e2e/**/*.test.ts'],
          // A screen follows its server: on a busy machine, later than the second that is usual.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 90_000,
          // A browser on a busy machine may miss a moment once; what is broken fails twice.
          retry: 1,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
