import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise, type Plan, type Problem, ProblemError, solve, verify } from './index.ts';
import { makeTown } from './test/town.ts';

/** What the verifier says of a plan; its sum of costs must be the solver's. */
function judge(problem: Problem, plan: Plan) {
  const { violations, cost } = verify(problem, plan);
  expect(cost.total).toBeCloseTo(plan.cost.total, 6);
  return violations;
}

/** First stops as done, everything as told; only what does not lack what it waits for. */
function goOn(problem: Problem, plan: Plan): Problem {
  const tied = new Set([
    ...(problem.precedences ?? []).flatMap(({ before, after }) => [before, after]),
    ...(problem.shipments ?? []).flatMap(({ pickup, delivery }) => [pickup, delivery]),
  ]);
  const first = new Map(
    plan.routes.map(({ crew, stops }) => {
      const tiedAt = stops.findIndex(({ job }) => tied.has(job));
      return [crew, stops.slice(0, Math.min(2, tiedAt < 0 ? 2 : tiedAt)).map(({ job }) => job)];
    }),
  );
  return {
    ...problem,
    crews: problem.crews.map((crew) => ({ ...crew, locked: first.get(crew.id) ?? [] })),
    published: plan.routes.flatMap(({ crew, stops }) =>
      stops.map(({ job, start }) => ({ job, crew, start })),
    ),
  };
}

describe('a plan', () => {
  it('never breaks a promise, whatever the day', () => {
    const days = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      jobs: fc.integer({ min: 1, max: 50 }),
      crews: fc.integer({ min: 1, max: 7 }),
    });
    fc.assert(
      fc.property(days, ({ seed, jobs, crews }) => {
        const town = makeTown(seed, jobs, crews);
        const plan = solve(town, { iterations: 300, seed });
        expect(judge(town, plan)).toEqual([]);

        const later = goOn(town, plan);
        const again = solve(later, { iterations: 100, seed, start: plan });
        expect(judge(later, again)).toEqual([]);

        const sick = { ...town, crews: town.crews.slice(1) };
        expect(judge(sick, solve(sick, { iterations: 100, start: plan }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same seed, and no worse than the one it starts from', () => {
    const town = makeTown(5, 40, 6);
    const plan = solve(town, { iterations: 1_000, seed: 7 });
    expect(solve(town, { iterations: 1_000, seed: 7 })).toEqual(plan);
    const next = solve(town, { iterations: 200, seed: 8, start: plan });
    expect(next.cost.total).toBeLessThanOrEqual(plan.cost.total + 1e-6);
  });

  it('gives back the best so far when it is cancelled', () => {
    const town = makeTown(6, 60, 8);
    let asked = 0;
    const plan = solve(town, { seconds: 60, isCancelled: () => ++asked > 5 });
    expect(judge(town, plan)).toEqual([]);
    expect(plan.routes.length).toBeGreaterThan(0);
  });

  it('is left as it was told when changing it costs more than it gains', () => {
    const town = makeTown(9, 40, 6);
    const plan = solve(town, { iterations: 500, seed: 1 });
    const told = {
      ...town,
      published: plan.routes.flatMap(({ crew, stops }) =>
        stops.map(({ job, start }) => ({ job, crew, start })),
      ),
      weights: { otherCrew: 10_000, otherTime: 10_000 },
    };
    const next = solve(told, { iterations: 500, seed: 2, start: plan });
    expect(next.cost.change).toBe(0);
  });

  it('takes 5,000 jobs', () => {
    const town = makeTown(3, 5_000, 40, 300);
    const { shipments: _, precedences: __, ...plain } = town;
    const plan = solve(plain, { iterations: 50 });
    expect(judge(plain, plan)).toEqual([]);
  }, 30_000);
});

const ONE_PLACE = { van: { times: [0], distances: [0] } };
const CREW = { id: 'c', shift: { from: 0, to: 100 }, profile: 'van', start: 0, end: 0 };

describe('a problem', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, 'problem'],
    ['a number that is none', { jobs: [{ id: 'a', place: 0, duration: Number.NaN }] }, 'duration'],
    [
      'a window that ends before it begins',
      { jobs: [{ id: 'a', place: 0, duration: 1, windows: [{ from: 5, to: -5 }] }] },
      'windows[0]',
    ],
    ['a place that is not there', { jobs: [{ id: 'a', place: 7, duration: 1 }] }, 'place'],
    ['a name used twice', { crews: [CREW, CREW] }, 'crews[1].id'],
    ['a matrix cut short', { profiles: { van: { times: [], distances: [0] } } }, 'times'],
    [
      'an order that bites its tail',
      {
        jobs: ['a', 'b'].map((id) => ({ id, place: 0, duration: 1 })),
        precedences: [
          { before: 'a', after: 'b' },
          { before: 'b', after: 'a' },
        ],
      },
      'precedences',
    ],
  ])('is refused with %s', (_, change, at) => {
    const whole = { places: 1, profiles: ONE_PLACE, jobs: [], crews: [CREW] };
    const problem = (change && { ...whole, ...(change as object) }) as unknown as Problem;
    expect(() => solve(problem, { iterations: 1 })).toThrow(ProblemError);
    expect(() => solve(problem, { iterations: 1 })).toThrow(at);
  });

  it('without jobs, or without crews, has a plan', () => {
    const none = { places: 1, profiles: ONE_PLACE, jobs: [], crews: [CREW] };
    expect(solve(none, { iterations: 10 }).routes).toEqual([]);
    const alone = { ...none, crews: [], jobs: [{ id: 'a', place: 0, duration: 1 }] };
    expect(solve(alone, { iterations: 10 }).unserved).toEqual(['a']);
  });

  it('leaves a job that no way leads to', () => {
    const plan = solve(
      {
        places: 2,
        profiles: { van: { times: [0, -1, -1, 0], distances: [0, 0, 0, 0] } },
        jobs: [{ id: 'island', place: 1, duration: 1 }],
        crews: [CREW],
      },
      { iterations: 10 },
    );
    expect(plan.unserved).toEqual(['island']);
  });
});

describe('the adviser', () => {
  it('proposes three places for an urgent job in a tenth of a second', () => {
    const town = makeTown(11, 300, 25);
    const plan = solve(town, { iterations: 50 });
    const urgent = { id: 'urgent', place: 0, duration: 600, priority: 50 };
    const day = { ...town, jobs: [...town.jobs, urgent] };
    // The quickest of a few: the first one is still being compiled, and a neighbour may disturb any.
    const spent = Array.from({ length: 6 }, () => {
      const start = process.cpuUsage();
      advise(day, plan, 'urgent');
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1_000;
    });
    expect(Math.min(...spent)).toBeLessThan(100);
    const { suggestions, refusals } = advise(day, plan, 'urgent');
    expect(suggestions.length).toBeLessThanOrEqual(3);
    expect(suggestions.length + refusals.length).toBeGreaterThan(0);
    const costs = suggestions.map(({ cost }) => cost);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });
});
