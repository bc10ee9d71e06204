/** All that this module asks of others: a request to answer, its organization, the catalogue. */
export { findContact, organizationsById } from '../organizations/index.ts';
export { type RequestForReply, requestForReply, servicesOf } from '../service-requests/index.ts';
