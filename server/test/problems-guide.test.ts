import { expect, it } from 'vitest';
import { problemsGuide } from '../src/platform/problem/index.ts';
import { problems } from '../src/wiring.ts';

// After a change: npx vitest run server/test/problems-guide.test.ts --update
it('docs/guide/problems.md lists every problem', async () => {
  await expect(problemsGuide(problems)).toMatchFileSnapshot('../../docs/guide/problems.md');
});
