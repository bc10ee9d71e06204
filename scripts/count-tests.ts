export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of Vitest's JSON report that we count. */
interface Report {
  testResults: {
    status: string;
    assertionResults: { status: string }[];
  }[];
}

/** Counts the tests of a Vitest JSON report; a file that failed to load counts as one failure. */
export function countReport({ testResults }: Report): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const { status: file, assertionResults } of testResults) {
    if (file === 'failed' && !assertionResults.some(({ status }) => status === 'failed')) {
      count.failed += 1;
    }
    for (const { status } of assertionResults) {
      if (status === 'passed' || status === 'failed') count[status] += 1;
      else count.skipped += 1;
    }
  }
  return count;
}

export function addCounts(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));
}

/** @example `12 passed, 0 failed` or `12 passed, 1 failed, 3 skipped` */
export function formatCount({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
