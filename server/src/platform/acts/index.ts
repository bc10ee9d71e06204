export * from './act.ts';
export { forgetAnswers, once } from './idempotency.ts';
