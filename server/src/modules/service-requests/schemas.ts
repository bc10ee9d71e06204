/** What the routes of requests accept and send, one concept a file. */
export * from './schemas/catalogue.ts';
export * from './schemas/commands.ts';
export * from './schemas/detail.ts';
export * from './schemas/duplicate-candidate.ts';
export * from './schemas/list.ts';
export * from './schemas/map.ts';
export * from './schemas/priority.ts';
export * from './schemas/public.ts';
export * from './schemas/saved-views.ts';
export * from './schemas/submission.ts';
export * from './schemas/summary.ts';
export * from './schemas/timeline.ts';
export * from './schemas/tracking.ts';
