import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These wait more than they work: begun last, they would be waited for by nobody else's work. */
const LONGEST = /[\\/]server[\\/]test[\\/]chaos[\\/]/;

/** The usual order of test files, the longest before all others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId);
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))];
  }
}
