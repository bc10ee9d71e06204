/** All that this module asks of others. */
export {
  findTrackedId,
  idsJoinedTo,
  requestForMessage,
  requestIdOfCode,
} from '../service-requests/index.ts';
