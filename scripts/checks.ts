import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool, type ToolResult } from './run-tool.ts';

/** Paths that the walls' tool reads, when they exist. */
const WALLED = ['server', 'web/src', 'engines', 'demo', 'bench', 'e2e', 'scripts'];

interface Check {
  name: string;
  run: () => Promise<ToolResult>;
}

export interface CheckResult extends ToolResult {
  name: string;
  seconds: number;
}

/** What `npm run check` asks, quickest first. */
const CHECKS: Check[] = [
  {
    name: 'style (biome)',
    run: () => runTool('biome', ['ci', '--error-on-warnings', '--colors=off']),
  },
  { name: 'walls (dependency-cruiser)', run: () => checkWalls() },
  { name: 'dead code (knip)', run: () => runTool('knip', ['--no-progress']) },
  { name: 'server types (tsc)', run: () => runTool('tsc', ['-p', 'server']) },
  { name: 'browser test types (tsc)', run: () => runTool('tsc', ['-p', 'e2e']) },
  { name: 'web types (svelte-check)', run: checkWebTypes },
];

/** Holds the walls of `.dependency-cruiser.cjs` in this tree, or in a copy of it. */
export function checkWalls(root = ROOT): Promise<ToolResult> {
  const paths = WALLED.filter((path) => existsSync(join(root, path)));
  return runTool('depcruise', ['--config', '.dependency-cruiser.cjs', ...paths], { cwd: root });
}

async function checkWebTypes(): Promise<ToolResult> {
  const sync = await runTool('svelte-kit', ['sync', '--config', 'web/vite.config.ts']);
  if (sync.code !== 0) return sync;
  const args = ['--tsconfig', 'tsconfig.json', '--output', 'human', '--fail-on-warnings'];
  return runTool('svelte-check', args, { cwd: join(ROOT, 'web') });
}

/** Runs every check, two at a time: a small machine has two cores. */
export async function runChecks(onResult: (result: CheckResult) => void): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const waiting = CHECKS[Symbol.iterator]();
  const work = async () => {
    for (const { name, run } of waiting) {
      const start = performance.now();
      const result = { name, ...(await run()), seconds: (performance.now() - start) / 1000 };
      results.push(result);
      onResult(result);
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

/** One line a check, and all that a failed one said. */
export function printCheck({ name, code, output, seconds }: CheckResult): void {
  console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s`);
  if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, '    '));
}
