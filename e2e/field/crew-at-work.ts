import sharp from 'sharp';
import { importCatalogue } from '../../server/src/modules/service-requests/index.ts';
import { createAccount } from '../../server/src/platform/auth/index.ts';
import { systemClock } from '../../server/src/platform/clock/index.ts';
import { uuidv7 } from '../../server/src/platform/ids/index.ts';
import { PASSWORD, PASSWORD_HASH } from '../../server/test/password.ts';
import { LAMP_OUT } from '../../server/test/prepare-var.ts';
import { freePort, type ProductProcess, startProduct } from '../../server/test/product-process.ts';
import { makeVar } from '../../server/test/temporary-var.ts';
import { foundTestTerritory } from '../../server/test/territory.ts';
import { preparing, withPlatform } from '../../server/test/with-platform.ts';
import type { WorkOrder } from '../../web/src/lib/offline/work-order.ts';
import { type Caller, signInAt } from './caller.ts';

export { PASSWORD } from '../../server/test/password.ts';

export interface Crew {
  id: string;
  name: string;
  /** Addresses of its two members. */
  worker: string;
  colleague: string;
}

/** The product at work in a small town, whose office plans jobs for crews. */
export interface CrewsAtWork {
  readonly url: string;
  readonly office: Caller;
  /** Forms a crew of its own for a test. */
  formCrew(): Promise<Crew>;
  /** Plans a job for today, at 8:00 unless said. */
  plan(crew: Crew, facts?: object): Promise<WorkOrder>;
  /** A resident reports a lamp, with a photo. @returns the request's id */
  report(description: string): Promise<string>;
  /** How the server sees a job. */
  order(id: string): Promise<WorkOrder>;
  /** A power cut: nothing is closed in good order. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startCrewsAtWork(): Promise<CrewsAtWork> {
  const { varDir, remove } = await makeVar();
  const west = await foundTown(varDir);
  const options = { varDir, port: await freePort(), env: { DEMO: 'off' } };
  let product: ProductProcess = await startProduct(options);
  const { url } = product;
  const office = await signInAt(url, 'bureau@test.example', PASSWORD);
  let crews = 0;
  const account = async (email: string, name: string) => {
    const grants = [{ organizationId: west, role: 'crew' }];
    const body = { email, name, password: PASSWORD, grants };
    return (await office.post<{ id: string }>('/api/v1/accounts', body)).id;
  };
  return {
    url,
    office,
    async formCrew() {
      crews += 1;
      const worker = `karim${crews}@test.example`;
      const colleague = `lea${crews}@test.example`;
      const memberIds = [
        await account(worker, 'Karim Lopez'),
        await account(colleague, 'Léa Morel'),
      ];
      const name = `Éclairage ${crews}`;
      const body = { organizationId: west, name, memberIds };
      const { id } = await office.post<{ id: string }>('/api/v1/crews', body);
      return { id, name, worker, colleague };
    },
    plan: (crew, facts = {}) =>
      office.post('/api/v1/work-orders', {
        title: 'Lampadaire éteint',
        instructions: 'Prendre la nacelle. Couper le départ 4 à l’armoire.',
        address: '12 rue des Lilas',
        point: { lat: 43.65, long: 3.85 },
        crewId: crew.id,
        scheduledStart: todayAt('08:00'),
        estimatedMinutes: 45,
        severity: 3,
        ...facts,
      }),
    async report(description) {
      const photo = await office.upload(await cameraPicture('#27446b', 'Lampe'));
      const { id } = await office.post<{ id: string }>('/api/v1/service-requests', {
        serviceCode: LAMP_OUT.code,
        description,
        point: { lat: 43.65, long: 3.85 },
        address: '12 rue des Lilas',
        photoIds: [photo.id],
        channel: 'phone',
      });
      return id;
    },
    order: (id) => office.get(`/api/v1/work-orders/${id}`),
    kill: () => product.end('SIGKILL'),
    async restart() {
      product = await startProduct(options);
    },
    async close() {
      await product.end();
      await remove();
    },
  };
}

/** Founds the town through the use cases. @returns the organization of its office */
const foundTown = (varDir: string): Promise<string> =>
  withPlatform({ CANTONNIER_VAR: varDir }, async (platform) => {
    const territoryId = uuidv7();
    const { west } = await foundTestTerritory({ platform, territoryId, clock: systemClock });
    const act = preparing(territoryId);
    await importCatalogue(platform, act, { services: [LAMP_OUT] });
    const roles = ['administrator', 'dispatcher', 'desk'] as const;
    await createAccount(platform, act, {
      email: 'bureau@test.example',
      name: 'Line Martin',
      passwordHash: PASSWORD_HASH,
      grants: roles.map((role) => ({ organizationId: west, role })),
    });
    return west;
  });

/** An instant of today in Paris, whatever the machine's own time zone. */
export function todayAt(time: string): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
  const name = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Paris',
    timeZoneName: 'longOffset',
  }).format(new Date(`${date}T12:00:00Z`));
  return `${date}T${time}:00${name.slice(-6)}`;
}

/** A picture as large as a phone's camera makes them. */
export function cameraPicture(colour: string, words: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000">
    <rect width="4000" height="3000" fill="${colour}"/>
    <text x="2000" y="1600" font-size="500" text-anchor="middle" fill="white">${words}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
}
