export { type Announcement, type Announcer, createAnnouncer } from './announce.ts';
export { countJobs, type DeadLetter, listDeadLetters, retryDeadLetter } from './dead-letters.ts';
export * from './event.ts';
export { createEvents, type Events } from './events.ts';
export type { Worker } from './keep-running.ts';
export { eventsOf, findEvent, listEvents, redactEvents } from './store.ts';
export {
  actOfReaction,
  type Schedule,
  startWorker,
  type Task,
  taskListOf,
} from './worker.ts';
