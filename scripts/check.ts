/** `npm run check`: style, walls, dead code, types. Exit code 0 when all are satisfied. */
import { printCheck, runChecks } from './checks.ts';

const results = await runChecks(printCheck);
const failed = results.filter(({ code }) => code !== 0).map(({ name }) => name);
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
