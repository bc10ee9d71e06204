import { listEvents, type StoredEvent } from '../../../platform/events/index.ts';
import { firstUuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organizationsById } from '../../organizations/index.ts';
import { UNSORTED } from '../default-catalogue/unsorted.ts';
import { asLed } from '../duplicates/led-by.ts';
import { SERVICE_REQUEST_EVENTS as EVENTS } from '../events.ts';
import { windowOf } from '../public-copy/public-window.ts';
import { readSetting } from '../public-copy/read-setting.ts';
import { findRequests } from '../store.ts';
import { timelineOf } from '../timeline.ts';
import { Open311Refusal } from './errors.ts';
import { w3c } from './present.ts';
import { type Caller, readableWhole } from './read-whole.ts';

const SPAN_MS = 90 * 86_400_000;
/** FixMyStreet asks for the last two hours. */
const USUAL_MS = 2 * 3_600_000;
const MOST_UPDATES = 1_000;

/** Which of our events are an update to others, and FixMyStreet's word for the state they tell. */
const STATUS_TOLD: Record<string, (event: StoredEvent) => string> = {
  [EVENTS.triaged]: () => 'INVESTIGATING',
  [EVENTS.transferred]: () => 'INTERNAL_REFERRAL',
  [EVENTS.planned]: () => 'ACTION_SCHEDULED',
  [EVENTS.started]: () => 'IN_PROGRESS',
  [EVENTS.done]: () => 'FIXED',
  [EVENTS.answered]: () => 'CLOSED',
  [EVENTS.rejected]: ({ data }) =>
    data.rejectionReason === 'not-competent' ? 'NOT_COUNCILS_RESPONSIBILITY' : 'NO_FURTHER_ACTION',
  [EVENTS.reopened]: () => 'OPEN',
  [EVENTS.commented]: ({ data }) => (data.status === 'received' ? 'OPEN' : 'INVESTIGATING'),
};

/**
 * What happened to requests between two instants, oldest first: in the words that residents read for
 * those that the caller reads whole, without them for the others; nothing of what nobody is shown.
 *
 * What the callers told us themselves is left out: they know it.
 */
export async function listUpdates(
  platform: Platform,
  territoryId: string,
  caller: Caller,
  { from, to }: { from: Date | undefined; to: Date | undefined },
) {
  const end = to ?? platform.clock.now();
  const start = from ?? new Date(end.getTime() - USUAL_MS);
  if (start > end) throw new Open311Refusal(400, 'start_date vient après end_date.');
  if (end.getTime() - start.getTime() > SPAN_MS) {
    throw new Open311Refusal(400, 'De start_date à end_date, 90 jours au plus.');
  }
  const { read } = platform.db;
  const events = await listEvents(read, territoryId, {
    from: firstUuidv7(start),
    before: firstUuidv7(new Date(end.getTime() + 1)),
    types: Object.keys(STATUS_TOLD),
    limit: MOST_UPDATES,
  });
  const subjects = [...new Set(events.map(({ subject }) => subject))];
  const [names, setting, requests] = await Promise.all([
    organizationsById(platform, read, territoryId),
    readSetting(read, territoryId),
    findRequests(read, territoryId, subjects).then((found) => asLed(read, territoryId, found)),
  ]);
  const whole = await readableWhole(read, territoryId, caller, requests);
  const { hiddenServices } = windowOf(setting, end);
  const shown = new Set(
    requests
      .filter(({ id, serviceCode }) => whole.has(id) || !hiddenServices.includes(serviceCode))
      .filter(({ serviceCode }) => serviceCode !== UNSORTED.code)
      .map(({ id }) => id),
  );
  return events
    .filter(({ data, subject }) => data.by !== 'open311' && shown.has(subject))
    .toReversed()
    .flatMap((event) => {
      const [told] = timelineOf([event], names, 'follower');
      if (!told) return [];
      return {
        update_id: event.id,
        service_request_id: event.subject,
        status: STATUS_TOLD[event.type]?.(event) ?? 'OPEN',
        updated_datetime: w3c(event.at),
        description: (whole.has(event.subject) && told.detail) || told.title,
        media_url: null,
      };
    });
}
