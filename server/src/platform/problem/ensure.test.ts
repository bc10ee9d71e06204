import { describe, expect, it } from 'vitest';
import { commonProblems } from './common-problems.ts';
import { ensure } from './ensure.ts';

describe('ensure', () => {
  it('goes on when the rule holds', () => {
    expect(ensure(true)).toBeUndefined();
  });

  it('is forbidden by default, or what is asked', () => {
    expect(() => ensure(false)).toThrow('/problems/common/forbidden');
    expect(() => ensure(undefined, commonProblems.notFound)).toThrow('/problems/common/not-found');
  });
});
