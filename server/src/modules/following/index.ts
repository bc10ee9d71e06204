/** Following: who is told what becomes of requests, streets and parks, beside who reported. */
export { FOLLOWING_EVENTS } from './events.ts';
export { followerContacts } from './follower-contacts.ts';
export { newsOfDigest } from './news-store.ts';
export { personalData } from './personal-data.ts';
export { problems } from './problems.ts';
export { reactions } from './reactions.ts';
export { describeFollowed, followerOf } from './read-follower.ts';
export { type Recipient, recipientFor, recipientsOf, stoppedKey } from './recipients.ts';
export { routes } from './routes.ts';
export { stopTexts } from './stop-texts.ts';
export { schedules, tasks } from './tasks.ts';

export const migrations = new URL('./migrations/', import.meta.url);
