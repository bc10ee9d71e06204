/** All that this module asks of others. */
export {
  type Area,
  type AreaKind,
  AreaParams,
  type AreaShape,
  boxOfShape,
  findArea,
  isOfShape,
} from '../places/index.ts';
export {
  findTrackedId,
  idsJoinedTo,
  placeOfNews,
  requestForMessage,
  requestIdOfCode,
  TOLD_TO_ALL,
} from '../service-requests/index.ts';
