/** All that this module asks of others: what requests became, and how organizations are called. */
export { organizationsById } from '../organizations/index.ts';
export { requestsToCount } from '../service-requests/index.ts';
