export * from './act.ts';
export { forgetAnswers, type Once, once, onceTogether } from './idempotency.ts';
export { repetitionData } from './personal-data.ts';
