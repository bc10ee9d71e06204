/** All that this module asks of others: what requests became, and how organizations are called. */
export { organizationsById } from '../organizations/index.ts';
export { countRatings, promisedEndsBy, requestsToCount } from '../service-requests/index.ts';
