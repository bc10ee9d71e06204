/** What reaches the town without a form: mails, text messages, letters, social networks. */
export { INTAKE_EVENTS } from './events.ts';
export { watchMailbox } from './imap/watch-mailbox.ts';
export { keepInbound } from './keep-inbound.ts';
export { personalData } from './personal-data.ts';
export { problems } from './problems.ts';
export { inboundForRequest, senderOf } from './read-for-request.ts';
export { receiveSms } from './receive-sms.ts';
export { receiveSocial } from './receive-social.ts';
export { registerLetter } from './register-letter.ts';
export { routes } from './routes.ts';
export { tasks } from './tasks.ts';

export const migrations = new URL('./migrations/', import.meta.url);
