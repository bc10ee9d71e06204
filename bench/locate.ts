import pg from 'pg';
import { importHoldings, importPlaces, locate } from '../server/src/modules/places/index.ts';
import type { Platform } from '../server/src/platform/platform.ts';
import { prepareVar } from '../server/test/prepare-var.ts';
import { makeVar } from '../server/test/temporary-var.ts';
import { makeTown } from '../server/test/town.ts';
import { preparing, withPlatform } from '../server/test/with-platform.ts';
import { atMost, type Bench, type Goal, round } from './bench.ts';
import { recordStatements, replay, type Statement } from './recorded-statements.ts';
import { median, percentile } from './statistics.ts';

const STREETS = 3_300;
const DOORS = 10;
const POINTS = 400;
const ROUNDS = 5;
const AT_ONCE = 64;
/** What the program may take on top of the question to the database. */
const LIMIT = 1.5;

const bench: Bench = {
  about: 'where a point is and whose road it is, beside its bare SQL, without and with holdings',
  async run({ progress }) {
    const { varDir, remove } = await makeVar();
    const env = { DEMO: 'off', LOG_LEVEL: 'silent' };
    try {
      const { territoryId } = await prepareVar(varDir, env);
      const town = makeTown(STREETS, DOORS);
      return await withPlatform({ CANTONNIER_VAR: varDir, ...env }, async (platform) => {
        const act = preparing(territoryId);
        await importPlaces(platform, act, town);
        const figures: Record<string, unknown> = { streets: STREETS, addresses: STREETS * DOORS };
        const measured: Measure[] = [];
        for (const [name, file] of Object.entries(filesOf(town))) {
          if (file) await importHoldings(platform, act, file);
          progress(name);
          const measure = await measureLocate(platform, territoryId);
          measured.push(measure);
          figures[name] = Object.fromEntries(
            Object.entries(measure).map(([figure, value]) => [figure, round(value)]),
          );
        }
        return { figures, goals: goalsOf(measured) };
      });
    } finally {
      await remove();
    }
  },
};

export default bench;

type Town = ReturnType<typeof makeTown>;

/** What the town says of its streets: nothing, each by its name, one in three by its line too. */
function filesOf({ features = [] }: Town): Record<string, string | null> {
  const streets = features.filter(({ kind }) => kind === 'street');
  const rows = streets.map(({ name }) => `99001;${name};communale;Ouestville`);
  const lines = streets
    .filter((_, index) => index % 3 === 0)
    .map(({ name, geometry }) => ({
      type: 'Feature',
      properties: { commune: '99001', voie: name, classe: 'départementale', numero: 'D 7' },
      geometry,
    }));
  const named = streets
    .filter((_, index) => index % 3 !== 0)
    .map(({ name, geometry }) => ({
      type: 'Feature',
      properties: { commune: '99001', voie: name, classe: 'communale' },
      geometry,
    }));
  return {
    'the map alone': null,
    'every street by its name': ['commune;voie;classe;proprietaire', ...rows].join('\n'),
    'every street by its line': JSON.stringify({
      type: 'FeatureCollection',
      features: [...lines, ...named],
    }),
  };
}

interface Measure {
  'p50 ms': number;
  'p95 ms': number;
  'bare SQL p95 ms': number;
  'over bare SQL': number;
  'points/s together': number;
}

/** A point near a street, the same in each run. */
function pointAt(index: number) {
  const street = (index * 7919) % STREETS;
  return {
    lat: 43.602 + (street % 100) * 0.0009 + ((index * 31) % 7) * 0.00004,
    long: 3.802 + Math.floor(street / 100) * 0.003 + ((index * 17) % 20) * 0.0001,
  };
}

async function measureLocate(platform: Platform, territoryId: string): Promise<Measure> {
  const ask = (index: number) => locate(platform, platform.db.read, territoryId, pointAt(index));
  const client = new pg.Client({ connectionString: platform.db.url });
  await client.connect();
  try {
    const statements: Statement[][] = [];
    for (let index = 0; index < POINTS; index++) {
      // Once before, so that what is kept in memory is not counted as SQL.
      await ask(index);
      statements.push(await recordStatements(() => ask(index)));
    }
    const rounds: Measure[] = [];
    for (let turn = 0; turn < ROUNDS; turn++) {
      const [own, bare]: [number[], number[]] = [[], []];
      for (let index = 0; index < POINTS; index++) {
        bare.push(await timed(() => replay(client, statements[index] ?? [])));
        own.push(await timed(() => ask(index)));
      }
      const together = await timed(async () => {
        for (let start = 0; start < POINTS; start += AT_ONCE) {
          await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => ask(start + index)));
        }
      });
      const asked = Math.ceil(POINTS / AT_ONCE) * AT_ONCE;
      rounds.push({
        'p50 ms': percentile(own, 50),
        'p95 ms': percentile(own, 95),
        'bare SQL p95 ms': percentile(bare, 95),
        'over bare SQL': percentile(own, 95) / percentile(bare, 95),
        'points/s together': (asked / together) * 1_000,
      });
    }
    const middle = (figure: keyof Measure) => median(rounds.map((one) => one[figure]));
    return {
      'p50 ms': middle('p50 ms'),
      'p95 ms': middle('p95 ms'),
      'bare SQL p95 ms': middle('bare SQL p95 ms'),
      'over bare SQL': middle('over bare SQL'),
      'points/s together': middle('points/s together'),
    };
  } finally {
    await client.end();
  }
}

/** Each beside its own SQL, taken in turn: milliseconds alone say what else the machine does. */
function goalsOf(measured: readonly Measure[]): Goal[] {
  const names = ['the map alone', 'with every name', 'with every line'];
  return measured.map((one, index) =>
    atMost(`${names[index]}: p95 over that of its bare SQL`, one['over bare SQL'], LIMIT),
  );
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
