import type { Crew, Job, Problem } from '../problem.ts';
import { Random } from '../random.ts';

const HOUR = 3_600;
const SKILLS = ['electricity', 'masonry', 'trees', 'chlorine'];
const TERRITORIES = ['north', 'south'];

/** A day of a town's crews, with a bit of everything that the engine knows; the same for one seed. */
export function makeTown(seed: number, jobs: number, crews: number, places = jobs + 3): Problem {
  const random = new Random(seed);
  const whole = (from: number, to: number) => from + random.below(to - from + 1);
  const chance = (share: number) => random.unit() < share;
  const some = (list: readonly string[], share: number) => list.filter(() => chance(share));
  const points = Array.from({ length: places }, () => [whole(0, 15_000), whole(0, 15_000)]);
  const distances: number[] = [];
  const times: number[] = [];
  for (const [x = 0, y = 0] of points) {
    for (const [otherX = 0, otherY = 0] of points) {
      const distance = Math.round(1.3 * Math.hypot(x - otherX, y - otherY));
      distances.push(distance);
      // One way is not the other: up to a tenth more.
      times.push(Math.round((distance / 9) * (1 + random.unit() / 10)));
    }
  }
  for (let place = 0; place < places; place++) times[place * places + place] = 0;
  const lorry = times.map((time) => (time > 0 && chance(0.002) ? -1 : Math.round(time * 1.2)));

  const makeJob = (at: number): Job => {
    const early = whole(7, 14) * HOUR;
    return {
      id: `job ${at}`,
      place: 3 + (at % (places - 3)),
      duration: whole(5, 60) * 60,
      ...(chance(0.4) ? { windows: [{ from: early, to: early + whole(1, 4) * HOUR }] } : {}),
      ...(chance(0.1)
        ? {
            windows: [
              { from: 8 * HOUR, to: 9 * HOUR },
              { from: 14 * HOUR, to: 15 * HOUR },
            ],
          }
        : {}),
      ...(chance(0.1) ? { release: whole(8, 12) * HOUR } : {}),
      ...(chance(0.2) ? { due: whole(10, 16) * HOUR } : {}),
      ...(chance(0.5) ? { priority: whole(1, 5) } : {}),
      ...(chance(0.3) ? { skills: some(SKILLS, 0.3) } : {}),
      ...(chance(0.05) ? { equipment: ['crane'] } : {}),
      ...(chance(0.2) ? { crewSize: 2 } : {}),
      ...(chance(0.4) ? { load: [whole(1, 20), whole(0, 5)] } : {}),
      ...(chance(0.5) ? { territory: TERRITORIES[at % 2]! } : {}),
    };
  };
  const makeCrew = (at: number): Crew => ({
    id: `crew ${at}`,
    shift: { from: whole(7, 8) * HOUR, to: whole(15, 17) * HOUR },
    ...(chance(0.5) ? { overtime: HOUR } : {}),
    ...(chance(0.9) ? { start: at % 3 } : {}),
    ...(chance(0.8) ? { end: at % 3 } : {}),
    profile: at % 3 === 0 ? 'lorry' : 'van',
    ...(chance(0.3) ? { speed: 1.1 } : {}),
    skills: some(SKILLS, 0.6),
    ...(at === 0 ? { equipment: ['crane'] } : {}),
    size: whole(1, 3),
    capacity: [whole(40, 100), whole(10, 30)],
    ...(chance(0.7)
      ? { breaks: [{ from: 11 * HOUR + 1_800, to: 13 * HOUR, duration: 2_700 }] }
      : {}),
    ...(chance(0.5) ? { territories: [TERRITORIES[at % 2]!] } : {}),
  });

  const all = Array.from({ length: jobs }, (_, at) => makeJob(at));
  const shipments = Array.from({ length: Math.floor(jobs / 20) }, (_, at) => ({
    pickup: `job ${4 * at}`,
    delivery: `job ${4 * at + 1}`,
  }));
  for (const { delivery } of shipments) {
    const at = Number(delivery.slice(4));
    const { load: _, ...rest } = all[at]!;
    all[at] = rest;
  }
  return {
    places,
    profiles: { van: { times, distances }, lorry: { times: lorry, distances } },
    jobs: all,
    crews: Array.from({ length: crews }, (_, at) => makeCrew(at)),
    shipments,
    precedences: Array.from({ length: Math.floor(jobs / 20) }, (_, at) => ({
      before: `job ${4 * at + 2}`,
      after: `job ${4 * at + 3}`,
      ...(at % 2 ? { gap: 600 } : {}),
    })),
  };
}
