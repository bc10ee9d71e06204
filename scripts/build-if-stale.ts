/** Builds the web faces when they are missing or older than their sources; quick when fresh. */
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool } from './run-tool.ts';

const BUILT = join(ROOT, 'web/build/handler.js');
const SOURCES = ['web/{src,static}/**', 'web/vite.config.ts', 'package-lock.json'];

/** Says whether `web/build` is missing or older than any source it is made from. */
export function isStale(): boolean {
  if (!existsSync(BUILT)) return true;
  const builtAt = statSync(BUILT).mtimeMs;
  return globSync(SOURCES, { cwd: ROOT }).some(
    (path) => statSync(join(ROOT, path)).mtimeMs > builtAt,
  );
}

/** Builds when needed. @throws when the build fails, with all that it said. */
export async function buildIfStale(): Promise<void> {
  if (!isStale()) return;
  console.log('Building the web pages…');
  // Never what a runner of tests works in: such a build registers no service worker.
  const env = { NODE_ENV: 'production' };
  const { code, output } = await runTool('vite', ['build', '--config', 'web/vite.config.ts'], {
    env,
  });
  if (code !== 0) throw new Error(`The web build failed.\n${output}`);
}

if (import.meta.main) await buildIfStale();
