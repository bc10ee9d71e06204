import { expect, test } from 'vitest';
import { addCounts, countReport, formatCount } from './count-tests.ts';

test('counts tests, and a file that could not load as one failure', () => {
  const report = {
    testResults: [
      {
        status: 'failed',
        assertionResults: [{ status: 'passed' }, { status: 'failed' }, { status: 'skipped' }],
      },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'todo' }] },
    ],
  };
  expect(countReport(report)).toEqual({ passed: 2, failed: 2, skipped: 2 });
});

test('a file whose clean-up failed after its tests passed is a failure', () => {
  const report = { testResults: [{ status: 'failed', assertionResults: [{ status: 'passed' }] }] };
  expect(countReport(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('says the count in one line, skipped only when some were', () => {
  const five = { passed: 5, failed: 0, skipped: 0 };
  expect(formatCount(five)).toBe('5 passed, 0 failed');
  expect(formatCount(addCounts([five, { passed: 0, failed: 1, skipped: 2 }]))).toBe(
    '5 passed, 1 failed, 2 skipped',
  );
});
