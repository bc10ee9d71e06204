/** Messages: what residents are written, when something happens to their request. The only door. */
export { MESSAGE_EVENTS } from './events.ts';
export { personalData } from './personal-data.ts';
export { problems } from './problems.ts';
export { reactions } from './reactions.ts';
export { type Answered, recogniseAnswer } from './recognise-answer.ts';
export { routes } from './routes.ts';
export { schedules, tasks } from './tasks.ts';

export const migrations = new URL('./migrations/', import.meta.url);
