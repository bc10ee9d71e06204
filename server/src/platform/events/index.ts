export { type Announcement, type Announcer, createAnnouncer } from './announce.ts';
export { countJobs, type DeadLetter, listDeadLetters, retryDeadLetter } from './dead-letters.ts';
export * from './event.ts';
export { createEvents, type Events } from './events.ts';
export type { Worker } from './keep-running.ts';
export { redactEvents } from './redact-events.ts';
export type { Fault, FaultKind } from './seal/fault.ts';
export { sealLog } from './seal/seal-log.ts';
export { sealSchedules, sealTasks } from './seal/tasks.ts';
export { type Head, verifyLog } from './seal/verify-log.ts';
export { eventsOf, findEvent, listEvents, subjectsOf } from './store.ts';
export {
  actOfReaction,
  type Schedule,
  startWorker,
  type Task,
  taskListOf,
} from './worker.ts';
