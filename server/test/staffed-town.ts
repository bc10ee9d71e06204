import { type Crew, createCrew } from '../src/modules/organizations/index.ts';
import { replaceServices } from '../src/modules/service-requests/catalogue-store.ts';
import { readContact } from '../src/modules/service-requests/contact.ts';
import { serviceRequestEvent } from '../src/modules/service-requests/events.ts';
import { NOT_HANDED_OVER } from '../src/modules/service-requests/hand-over/model.ts';
import { type ServiceRequest, UNTOUCHED } from '../src/modules/service-requests/service-request.ts';
import { insertRequests } from '../src/modules/service-requests/store.ts';
import { newTrackingCode } from '../src/modules/service-requests/tracking-code.ts';
import { type Act, type Actor, systemActor } from '../src/platform/acts/index.ts';
import { uuidv7 } from '../src/platform/ids/index.ts';
import { createTestPlatform, type TestPlatform, type TestPlatformOptions } from './platform.ts';
import { foundTestTerritory, type TestTerritory } from './territory.ts';

/** What is added to a test's platform: people, a crew, two services, residents who report. */
interface Staff {
  organizations: TestTerritory;
  /** Of the western commune. */
  crew: Crew;
  /** Member of that crew. */
  worker: Actor;
  /** Of the western commune. */
  dispatcher: Actor;
  /** Founds another crew; in the western commune, of nobody, unless said. */
  crewNamed(
    name: string,
    organizationId?: string,
    members?: { id: string | null }[],
  ): Promise<Crew>;
  /** A report in the western commune, and the event that tells it. */
  request(facts?: Partial<ServiceRequest>, at?: Date): Promise<ServiceRequest>;
  /** An act of the program itself. */
  ownAct(): Act;
}

/** A territory at work. */
export type Town = TestPlatform & Staff;

/** Makes a town of the test's own, on a platform of its own. */
export async function createTown(options: TestPlatformOptions = {}): Promise<Town> {
  return staff(await createTestPlatform(options));
}

/** Founds a town on a test's platform, or on its whole program. */
export async function staff<Test extends TestPlatform>(test: Test): Promise<Test & Staff> {
  const { platform, clock, territoryId } = test;
  const organizations = await foundTestTerritory(test);
  const { west } = organizations;
  const worker = test.actor('crew', west, 'Karim Lopez');
  const ownAct = () => test.act(systemActor('test'));
  const crewNamed = (name: string, organizationId = west, members: { id: string | null }[] = []) =>
    createCrew(platform, ownAct(), {
      organizationId,
      name,
      memberIds: members.map(({ id }) => id as string),
    });
  await platform.db.transaction((tx) => replaceServices(tx, territoryId, SERVICES, clock.now()));
  return {
    ...test,
    organizations,
    worker,
    dispatcher: test.actor('dispatcher', west, 'Line Martin'),
    crew: await crewNamed('Voirie', west, [worker]),
    crewNamed,
    ownAct,
    async request(facts = {}, at = clock.now()) {
      const request: ServiceRequest = {
        ...reported(at),
        id: uuidv7(clock),
        organizationId: west,
        ...facts,
      };
      await platform.db.transaction(async (tx) => {
        await insertRequests(tx, [{ territoryId, value: request }]);
        const act = { ...test.act(), at };
        await platform.events.publish(tx, act, serviceRequestEvent('received', request));
      });
      return request;
    },
  };
}

const service = (code: string, name: string, group: string) => ({
  code,
  name,
  description: name,
  group,
  keywords: [],
  questions: [],
  emergencyNotice: null,
  defaultSeverity: 2 as const,
  defaultUrgency: 2 as const,
  targetDays: 30,
  offered: true,
});

const SERVICES = [
  service('nid-de-poule', 'Nid-de-poule', 'Voirie'),
  service('lampadaire', 'Lampadaire en panne', 'Éclairage public'),
];

const reported = (at: Date): Omit<ServiceRequest, 'id' | 'organizationId'> => ({
  code: newTrackingCode(),
  externalReference: null,
  serviceCode: 'nid-de-poule',
  serviceName: 'Nid-de-poule',
  serviceGroup: 'Voirie',
  description: 'Un trou profond devant l’école',
  answers: {},
  language: 'fr',
  channel: 'web',
  point: { lat: 43.65, long: 3.85 },
  address: '12 rue des Lilas',
  communeId: null,
  communeName: 'Ouestville',
  formerOrganizationIds: [],
  assignment: 'certain',
  assignmentReason: 'règle de test',
  handOver: NOT_HANDED_OVER,
  status: 'received',
  severity: 3,
  urgency: 2,
  priority: 2,
  exposure: 0,
  exposureFacts: [],
  contact: readContact({ name: 'Odile Résidente', email: 'odile@exemple.fr' }),
  ...UNTOUCHED,
  photoCount: 0,
  receivedAt: at,
  updatedAt: at,
  closedAt: null,
  dueAt: null,
  version: 1,
});
