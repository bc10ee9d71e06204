/** All that this module asks of others: what requests became, and how organizations are called. */
export { organizationsById } from '../organizations/index.ts';
export {
  countRatings,
  type PromisedEnds,
  promisedEndsBy,
  type RatingCounts,
  requestsToCount,
} from '../service-requests/index.ts';
