export { type Announcement, type Announcer, createAnnouncer } from './announce.ts';
export { countJobs, type DeadLetter, listDeadLetters, retryDeadLetter } from './dead-letters.ts';
export * from './event.ts';
export { createEvents, type Events } from './events.ts';
export { eventsOf, listEvents } from './store.ts';
export {
  actOfReaction,
  type Schedule,
  startWorker,
  type Task,
  taskListOf,
  type Worker,
} from './worker.ts';
