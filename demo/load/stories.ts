import { previewReply, STARTER_TEMPLATES } from '../../server/src/modules/reply-templates/index.ts';
import {
  answerServiceRequest,
  askResident,
  contestServiceRequest,
  mergeServiceRequest,
  refuseServiceRequest,
  requestForMessage,
  requestsToCount,
  submitServiceRequest,
  transferServiceRequest,
  writeBack,
} from '../../server/src/modules/service-requests/index.ts';
import { type Act, ANONYMOUS } from '../../server/src/platform/acts/index.ts';
import { fromPosition } from '../../server/src/platform/geo/index.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import type { Deed, Demonstration, DemonstrationRequest, Role, Story } from '../types.ts';
import type { Colleague } from './accounts.ts';
import { actAs } from './act-as.ts';

/** Who does what: the desk talks with residents, dispatchers with each other. */
const DOERS: Record<Deed['kind'], Role> = {
  transfer: 'dispatcher',
  insist: 'dispatcher',
  refuse: 'dispatcher',
  join: 'desk',
  answer: 'desk',
  ask: 'desk',
  write: 'desk',
  contest: 'desk',
};

/** Takes in the last requests and tells their stories, through the use cases of everyone. */
export async function loadStories(
  platform: Platform,
  act: Act,
  { requests, stories }: Demonstration,
  {
    requestIds,
    staff,
    organizations,
  }: {
    requestIds: ReadonlyMap<string, string>;
    staff: readonly Colleague[];
    organizations: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const ids = new Map(requestIds);
  for (const request of requests) {
    if (request.isLive) ids.set(request.id, await submit(platform, act, request));
  }
  const context: Telling = {
    platform,
    act,
    ids,
    colleague: (organizationId, role) => {
      const ours = staff.filter((one) => one.organizationId === organizationId);
      return (ours.find((one) => one.role === role) ??
        ours.find((one) => one.role === 'dispatcher')) as Colleague;
    },
    organizations,
  };
  for (const story of stories) await tell(context, story);
}

interface Telling {
  platform: Platform;
  act: Act;
  ids: ReadonlyMap<string, string>;
  colleague(organizationId: string | null, role: Role): Colleague;
  organizations: ReadonlyMap<string, string>;
}

async function submit(platform: Platform, act: Act, request: DemonstrationRequest) {
  const { serviceCode, description, point, addressText, attributes, contact, channel } = request;
  const { id } = await submitServiceRequest(
    platform,
    { ...act, at: new Date(request.requestedAt) },
    {
      serviceCode,
      description,
      point: fromPosition(point.coordinates),
      address: addressText,
      answers: attributes,
      photoIds: [],
      contact: contact ?? {},
      channel,
      language: 'fr',
    },
  );
  return id;
}

/** Spreads the deeds over the time that is left. */
async function tell(telling: Telling, { request, from, deeds }: Story): Promise<void> {
  const start = Date.parse(from);
  const step = (telling.platform.clock.now().getTime() - start) / (deeds.length + 1);
  for (const [index, deed] of deeds.entries()) {
    await perform(telling, request, deed, new Date(start + step * (index + 1)));
  }
}

async function perform(telling: Telling, request: string, deed: Deed, at: Date): Promise<void> {
  const { platform, ids, organizations, colleague } = telling;
  const id = ids.get(request) as string;
  const [now] = await requestsToCount(platform.db.read, telling.act.territoryId, [id]);
  if (!now) throw new Error(`No request ${request} to do something to`);
  // Whoever orients decides for all.
  const insisting = deed.kind === 'insist';
  const doer = colleague(now.organizationId, DOERS[deed.kind]);
  const act = actAs(platform, telling.act, doer, at, now.version);
  switch (deed.kind) {
    case 'transfer':
    case 'insist': {
      const organizationId = organizations.get(deed.to) as string;
      const { reason } = deed;
      await transferServiceRequest(platform, act, {
        id,
        organizationId,
        reason,
        ...(insisting && { insist: true }),
      });
      return;
    }
    case 'refuse':
      await refuseServiceRequest(platform, act, { id, reason: deed.reason, note: deed.note });
      return;
    case 'join':
      await mergeServiceRequest(platform, act, { id, intoId: ids.get(deed.leader) as string });
      return;
    case 'ask':
      await askResident(platform, act, { id, message: deed.message });
      return;
    case 'write':
    case 'contest':
      await reply(telling, id, deed, at);
      return;
    case 'answer': {
      const { subject, body } = await fromTemplate(platform, act, id, deed.template);
      await answerServiceRequest(platform, act, { id, subject, message: body });
      return;
    }
  }
}

async function fromTemplate(platform: Platform, act: Act, serviceRequestId: string, title: string) {
  const template = STARTER_TEMPLATES.find((one) => one.title === title);
  if (!template) throw new Error(`No reply template « ${title} »`);
  const { language, subject, body } = template;
  return previewReply(platform, act, { serviceRequestId, language, subject, body });
}

/** The resident answers on the page of their own request. */
async function reply(
  { platform, act }: Telling,
  id: string,
  { kind, text }: { kind: 'write' | 'contest'; text: string },
  at: Date,
) {
  const request = await requestForMessage(platform.db.read, act.territoryId, id);
  const resident = { ...act, actor: ANONYMOUS, at };
  const nobody = async () => undefined;
  const say = kind === 'write' ? writeBack : contestServiceRequest;
  await say(platform, resident, nobody, { code: request?.code ?? '', text });
}
