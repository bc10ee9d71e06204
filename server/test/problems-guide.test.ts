import { expect, it } from 'vitest';
import { commonProblems, problemsGuide } from '../src/platform/problem/index.ts';

/** Every catalogue of the program: a new module adds its own here. */
const catalogues = [commonProblems];

// After a change: npx vitest run server/test/problems-guide.test.ts --update
it('docs/guide/problems.md lists every problem', async () => {
  await expect(problemsGuide(catalogues)).toMatchFileSnapshot('../../docs/guide/problems.md');
});
