import { expect, it } from 'vitest';
import { authProblems } from '../src/platform/auth/problems.ts';
import { fileProblems } from '../src/platform/files/problems.ts';
import { httpProblems } from '../src/platform/http/problems.ts';
import { collectProblems, commonProblems, problemsGuide } from '../src/platform/problem/index.ts';

const problems = collectProblems([commonProblems, httpProblems, authProblems, fileProblems]);

// After a change: npx vitest run server/test/problems-guide.test.ts --update
it('docs/guide/problems.md lists every problem', async () => {
  await expect(problemsGuide(problems)).toMatchFileSnapshot('../../docs/guide/problems.md');
});
