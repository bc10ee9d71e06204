import type { FastifyInstance } from 'fastify';
import * as following from './modules/following/index.ts';
import * as indicators from './modules/indicators/index.ts';
import * as intake from './modules/intake/index.ts';
import * as messages from './modules/messages/index.ts';
import * as open311Client from './modules/open311-client/index.ts';
import * as organizations from './modules/organizations/index.ts';
import * as places from './modules/places/index.ts';
import * as privacy from './modules/privacy/index.ts';
import * as replyTemplates from './modules/reply-templates/index.ts';
import * as serviceRequests from './modules/service-requests/index.ts';
import * as travel from './modules/travel/index.ts';
import * as workOrders from './modules/work-orders/index.ts';
import { repetitionData } from './platform/acts/index.ts';
import { accountRoutes } from './platform/auth/account-routes.ts';
import { accountData, authProblems, sessionData } from './platform/auth/index.ts';
import { sessionRoutes } from './platform/auth/session-routes.ts';
import {
  type Reaction,
  type Schedule,
  sealSchedules,
  sealTasks,
  type Task,
} from './platform/events/index.ts';
import { eventRoutes } from './platform/events/routes.ts';
import { sealRoutes } from './platform/events/seal/routes.ts';
import { fileProblems } from './platform/files/index.ts';
import { fileRoutes } from './platform/files/routes.ts';
import {
  createHttpServer,
  httpProblems,
  type PageHandler,
  streamRoutes,
} from './platform/http/index.ts';
import type { PersonalData } from './platform/personal-data/index.ts';
import type { Platform } from './platform/platform.ts';
import { collectProblems, commonProblems } from './platform/problem/index.ts';
import { tidyUp } from './tidy-up.ts';

/** Every folder of migrations; their file names order them globally. */
export const migrationFolders = [
  new URL('./platform/db/migrations/', import.meta.url),
  new URL('./platform/acts/migrations/', import.meta.url),
  new URL('./platform/events/migrations/', import.meta.url),
  new URL('./platform/auth/migrations/', import.meta.url),
  new URL('./platform/files/migrations/', import.meta.url),
  organizations.migrations,
  places.migrations,
  serviceRequests.migrations,
  open311Client.migrations,
  workOrders.migrations,
  following.migrations,
  messages.migrations,
  replyTemplates.migrations,
  indicators.migrations,
  intake.migrations,
  privacy.migrations,
  travel.migrations,
];

/**
 * What is held of people, and where: the register of processing is made of it. An erasure goes in
 * this order: whoever finds somebody by their requests comes before the requests themselves.
 */
export const personalData: PersonalData[] = [
  intake.personalData,
  workOrders.personalData,
  open311Client.personalData,
  serviceRequests.personalData,
  serviceRequests.classifierData,
  serviceRequests.savedViewData,
  following.personalData,
  messages.personalData,
  accountData,
  sessionData,
  repetitionData,
];

/** What each module does when it hears an event. */
export const reactions: Reaction[] = [
  ...serviceRequests.reactions,
  ...open311Client.reactions,
  serviceRequests.reassessment(following.followerContacts),
  serviceRequests.receiveInbound(intake.inboundForRequest),
  serviceRequests.hearInbound,
  serviceRequests.stopTexts(intake.senderOf),
  ...following.reactions,
  following.stopTexts(intake.senderOf),
  ...messages.reactions,
  ...indicators.reactions,
];

/** Background work by name. */
export const tasks: Record<string, Task> = {
  ...serviceRequests.tasks,
  ...serviceRequests.reweighing(following.followerContacts),
  ...following.tasks,
  ...open311Client.tasks,
  ...messages.tasks,
  ...intake.tasks,
  ...indicators.tasks,
  ...privacy.tasks(personalData),
  ...sealTasks,
  'tidy-up': tidyUp,
};

/** Work at fixed times (UTC). */
export const schedules: Schedule[] = [
  { cron: '17 2 * * *', task: 'tidy-up' },
  ...serviceRequests.schedules,
  ...following.schedules,
  ...open311Client.schedules,
  ...messages.schedules,
  ...indicators.schedules,
  ...privacy.schedules,
  ...sealSchedules,
];

/** What must be in order before the program works. @throws ConfigError when an operator must act */
export const prepare = (platform: Platform) => open311Client.sealServerKeys(platform);

/** What is watched for as long as the program works: the mailboxes that residents write to. */
export function watch(platform: Platform): { stop(): Promise<void> }[] {
  return (platform.config.mailboxes ?? []).map((url) => intake.watchMailbox(platform, url));
}

/** Every problem that the program may answer, for its documentation. */
export const problems = collectProblems([
  commonProblems,
  httpProblems,
  authProblems,
  fileProblems,
  organizations.problems,
  places.problems,
  serviceRequests.problems,
  open311Client.problems,
  workOrders.problems,
  messages.problems,
  replyTemplates.problems,
  following.problems,
  indicators.problems,
  intake.problems,
  privacy.problems,
  travel.problems,
]);

/** The HTTP server with every route of every module. */
export async function createApp(platform: Platform, pages?: PageHandler) {
  const app = await createHttpServer(platform, {
    territoryOf: (hostname) => organizations.territoryOf(platform, hostname),
    ...(pages && { pages }),
  });
  await app.register(apiV1(platform), { prefix: '/api/v1' });
  await app.register(serviceRequests.open311(platform), { prefix: '/open311' });
  return app;
}

const apiV1 = (platform: Platform) => async (app: FastifyInstance) => {
  await app.register(sessionRoutes(platform));
  await app.register(accountRoutes(platform));
  await app.register(eventRoutes(platform));
  await app.register(sealRoutes(platform));
  await app.register(fileRoutes(platform));
  await app.register(streamRoutes(platform));
  await app.register(organizations.routes(platform));
  await app.register(places.routes(platform));
  await app.register(
    organizations.competenceRoutes(platform, {
      locate: places.locate,
      servicesOf: serviceRequests.servicesOf,
    }),
  );
  await app.register(serviceRequests.routes(platform, { followerOf: following.followerOf }));
  await app.register(open311Client.routes(platform));
  await app.register(workOrders.routes(platform));
  await app.register(following.routes(platform));
  await app.register(messages.routes(platform));
  await app.register(replyTemplates.routes(platform));
  await app.register(intake.routes(platform));
  await app.register(privacy.publicRoutes(platform, personalData));
  await app.register(privacy.routes(platform, personalData));
  await app.register(indicators.routes(platform));
  await app.register(travel.routes(platform));
};
