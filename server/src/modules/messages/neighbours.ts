/** All that this module asks of others: the request, its resident's address, its organization. */
export { findContact } from '../organizations/index.ts';
export { requestForMessage } from '../service-requests/index.ts';
