/**
 * `npm test`: the checks, the build when stale, every test. The last line, alone, is the count:
 * `N passed, N failed`, then `, N skipped` when some were. A check counts as one test.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale.ts';
import { printCheck, runChecks } from './checks.ts';
import { addCounts, type Count, countReport, formatCount } from './count-tests.ts';
import { runTool } from './run-tool.ts';

const passed: Count = { passed: 1, failed: 0, skipped: 0 };
const failed: Count = { passed: 0, failed: 1, skipped: 0 };

async function runVitest(): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'cantonnier-test-'));
  const report = join(folder, 'report.json');
  try {
    const { code } = await runTool(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { echo: true },
    );
    const count = countReport(JSON.parse(await readFile(report, 'utf8')));
    // An error outside any test (an unhandled rejection, a broken set-up) fails the run too.
    return code !== 0 && count.failed === 0 ? addCounts([count, failed]) : count;
  } catch (error) {
    console.error(error);
    return failed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const counts: Count[] = [];
for (const { code } of await runChecks(printCheck)) counts.push(code === 0 ? passed : failed);

try {
  await buildIfStale();
} catch (error) {
  console.error(error);
  counts.push(failed);
}

counts.push(await runVitest());

const total = addCounts(counts);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${formatCount(total)}`);
