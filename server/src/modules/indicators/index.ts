/** Indicators: what became of requests, counted. The module's only door. */
export { problems } from './problems.ts';
export { reactions } from './reactions.ts';
export { schedules, tasks } from './recount.ts';
export { routes } from './routes.ts';

export const migrations = new URL('./migrations/', import.meta.url);
