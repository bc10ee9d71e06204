/** What changes something for neighbours; the rest is between the town and who reported. */
export const TOLD_TO_ALL = [
  'received',
  'planned',
  'started',
  'done',
  'answered',
  'rejected',
  'reopened',
].map((step) => `service-request.${step}`);
