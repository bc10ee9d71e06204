import { STARTER_TEMPLATES } from '../../server/src/modules/reply-templates/index.ts';
import { DEPARTEMENT, METROPOLE, REGIE } from '../people/organizations.ts';
import type {
  Channel,
  Deed,
  Demonstration,
  DemonstrationRequest,
  Story,
  Territory,
} from '../types.ts';
import { type Calendar, HOUR } from './calendar.ts';
import { QUESTIONS, TRANSFERS } from './words/between-colleagues.ts';
import { DISPUTES } from './words/closing.ts';

/** Nothing is done to what has just come. */
const SETTLED = 1.5 * HOUR;
const RECENT = 7 * 24 * HOUR;
const CONTESTED = 2;
const ANSWERED_BY_POST = 3;
const SPOKEN: readonly Channel[] = ['phone', 'desk', 'letter'];

interface Plot {
  organization: string;
  services: RegExp;
  /** Reported to the product itself, which then knows who orients and who else acts there. */
  isLive?: true;
  deeds: Deed[];
}

/**
 * What the people of the town do in the demonstration's last hours, through the product itself:
 * they pass on, refuse, decide, join, ask and answer.
 *
 * @returns the stories, and the requests with those marked that the product must take in itself
 */
export function tellStories(
  { now }: Calendar,
  { territory, organizations }: Pick<Demonstration, 'territory' | 'organizations'>,
  requests: readonly DemonstrationRequest[],
): { stories: Story[]; requests: DemonstrationRequest[] } {
  const centre = organizations.find(({ kind }) => kind === 'commune')?.slug ?? '';
  const byId = new Map(requests.map((request) => [request.id, request]));
  const joins = requests.flatMap((request) => joinStory(request, byId));
  const led = new Set(requests.flatMap(({ joins: leader }) => leader ?? []));
  const free = requests.filter((request) => isFree(request, now) && !led.has(request.id));
  const live = new Set<string>();
  const stories: Story[] = [];
  const take = (test: (request: DemonstrationRequest) => boolean) => {
    const index = free.findLastIndex(test);
    return index < 0 ? undefined : free.splice(index, 1)[0];
  };
  for (const { organization, services, isLive, deeds } of plots(centre)) {
    const found = take(
      (request) =>
        request.organization === organization &&
        services.test(request.serviceCode) &&
        (!isLive || request.history.length === 1) &&
        (isLive || request.contact?.email !== undefined),
    );
    if (!found) continue;
    if (isLive) live.add(found.id);
    stories.push({ request: found.id, from: found.history.at(-1)?.at as string, deeds });
  }
  const changed = new Map<string, DemonstrationRequest>();
  for (let count = 0; count < ANSWERED_BY_POST; count++) {
    const found = take(
      ({ organization, contact, channel, serviceCode }) =>
        organization === centre &&
        contact !== undefined &&
        SPOKEN.includes(channel) &&
        templateFor(serviceCode) !== undefined,
    );
    if (!found) continue;
    changed.set(found.id, answeredByPost(found, territory));
    stories.push(answerStory(found));
  }
  for (const organization of [centre, centre, METROPOLE]) {
    const found = take(
      (request) =>
        request.organization === organization &&
        request.contact?.email !== undefined &&
        templateFor(request.serviceCode) !== undefined,
    );
    if (found) stories.push(answerStory(found));
  }
  const recent = requests.filter((request) => wasJustDone(request, centre, now));
  for (const [index, { id, history }] of recent.slice(-CONTESTED).entries()) {
    const text = DISPUTES[index] as string;
    stories.push({
      request: id,
      from: history.at(-1)?.at as string,
      deeds: [{ kind: 'contest', text }],
    });
  }
  return {
    stories: [...joins, ...stories],
    requests: requests.map((request) =>
      live.has(request.id) ? { ...request, isLive: true } : (changed.get(request.id) ?? request),
    ),
  };
}

/** Read or not, and in nobody's hands; dangers stay as they are. */
function isFree(request: DemonstrationRequest, now: number): boolean {
  const { history, workOrderId, duplicateOf, joins, severity, requestedAt } = request;
  const last = history.at(-1);
  return (
    (last?.status === 'received' || last?.status === 'triaged') &&
    !history.some(({ disputed }) => disputed) &&
    !workOrderId &&
    !duplicateOf &&
    !joins &&
    severity < 4 &&
    Date.parse(requestedAt) < now - SETTLED
  );
}

function wasJustDone(request: DemonstrationRequest, organization: string, now: number): boolean {
  const { history, contact, duplicateOf } = request;
  const last = history.at(-1);
  return (
    last?.status === 'done' &&
    request.organization === organization &&
    contact !== undefined &&
    !duplicateOf &&
    now - Date.parse(last.at) < RECENT &&
    now - Date.parse(last.at) > SETTLED
  );
}

function joinStory(
  { id, joins: leader, requestedAt }: DemonstrationRequest,
  byId: ReadonlyMap<string, DemonstrationRequest>,
): Story[] {
  const led = byId.get(leader ?? '')?.history.at(-1)?.at;
  if (!leader || !led) return [];
  const from = led > requestedAt ? led : requestedAt;
  return [{ request: id, from, deeds: [{ kind: 'join', leader }] }];
}

const answerStory = ({ id, history, serviceCode }: DemonstrationRequest): Story => ({
  request: id,
  from: history.at(-1)?.at as string,
  deeds: [{ kind: 'answer', template: templateFor(serviceCode) as string }],
});

/** Who asked in front of their own door, and has no computer. */
function answeredByPost(
  request: DemonstrationRequest,
  { communes }: Territory,
): DemonstrationRequest {
  const [street = ''] = request.addressText.split(',');
  const commune = communes.find(({ code }) => code === request.communeCode);
  const postalAddress = `${street}\n${commune?.postcode} ${commune?.name.toUpperCase()}`;
  const name = request.contact?.name ?? '';
  return { ...request, contact: { name, postalAddress, preference: 'letter' } };
}

/** A template that needs no address of ours on the web: the demonstration has none. */
const templateFor = (serviceCode: string): string | undefined =>
  STARTER_TEMPLATES.find(
    ({ purposes, serviceCodes, body }) =>
      purposes.includes('answer') && serviceCodes.includes(serviceCode) && !/lien_suivi/.test(body),
  )?.title;

function plots(centre: string): Plot[] {
  const { toDepartment, conventionSays, toMetropole, notOurs, decided, toRoadOwner, notOurPipe } =
    TRANSFERS;
  const ofRoads = /^roads\./;
  const ofStreets = /^cleanliness\.(bin|dirty-street|dumping)/;
  return [
    // Refused by the département: nobody takes it, the métropole must decide.
    {
      organization: METROPOLE,
      services: ofRoads,
      isLive: true,
      deeds: [
        { kind: 'transfer', to: DEPARTEMENT, reason: toDepartment },
        { kind: 'refuse', reason: 'agreement-says-other', note: conventionSays },
      ],
    },
    {
      organization: REGIE,
      services: /^water\./,
      isLive: true,
      deeds: [{ kind: 'refuse', reason: 'not-our-asset', note: notOurPipe }],
    },
    // Passed on, refused, and given back by whoever orients.
    {
      organization: centre,
      services: ofStreets,
      isLive: true,
      deeds: [
        { kind: 'transfer', to: METROPOLE, reason: toMetropole },
        { kind: 'refuse', reason: 'not-our-service', note: notOurs },
        { kind: 'insist', to: centre, reason: decided },
      ],
    },
    {
      organization: centre,
      services: ofStreets,
      isLive: true,
      deeds: [
        { kind: 'transfer', to: METROPOLE, reason: toMetropole },
        { kind: 'refuse', reason: 'not-our-service', note: notOurs },
      ],
    },
    // Passed on, and taken.
    {
      organization: METROPOLE,
      services: /^(roads|signs)\./,
      isLive: true,
      deeds: [{ kind: 'transfer', to: DEPARTEMENT, reason: toRoadOwner }],
    },
    // What waits for the resident's answer.
    ...QUESTIONS.map(
      ({ message, answer }, index): Plot => ({
        organization: index % 3 === 2 ? METROPOLE : centre,
        services: /./,
        deeds: [
          { kind: 'ask', message },
          ...(answer ? [{ kind: 'write', text: answer } as const] : []),
        ],
      }),
    ),
  ];
}
