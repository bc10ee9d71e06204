import { describe, expect, it } from 'vitest';
import { explain, type Plan, type Problem, solve, verify } from './index.ts';

const DAY: Problem = {
  places: 3,
  profiles: {
    van: { times: [0, 10, 20, 10, 0, 10, 20, 10, 0], distances: [0, 1, 2, 1, 0, 1, 2, 1, 0] },
  },
  jobs: [
    { id: 'lamp', place: 1, duration: 30, skills: ['electricity'] },
    { id: 'tree', place: 2, duration: 40, windows: [{ from: 60, to: 100 }] },
  ],
  crews: [
    {
      id: 'one',
      shift: { from: 0, to: 300 },
      start: 0,
      end: 0,
      profile: 'van',
      skills: ['electricity'],
      breaks: [{ from: 40, to: 90, duration: 20 }],
    },
  ],
};
const PLAN = solve(DAY, { iterations: 50 });

/** A plan with one thing changed. */
function changed(change: (plan: Plan) => void): Plan {
  const plan = structuredClone(PLAN);
  change(plan);
  return plan;
}

describe('the verifier', () => {
  it('has nothing to say of a plan that holds', () => {
    expect(PLAN.unserved).toEqual([]);
    expect(verify(DAY, PLAN).violations).toEqual([]);
  });

  it.each<[string, (plan: Plan) => void]>([
    ['forgotten', ({ routes }) => routes[0]!.stops.pop()],
    ['twice', ({ unserved }) => unserved.push('lamp')],
    ['unknown', ({ unserved }) => unserved.push('nobody’s')],
    ['duration', ({ routes }) => routes[0]!.stops[0]!.end--],
    ['break', ({ routes }) => routes[0]!.breaks.pop()],
    ['travel', ({ routes }) => (routes[0]!.finish -= 30)],
    ['shift', ({ routes }) => (routes[0]!.departure = -50)],
    [
      'window',
      ({ routes }) => {
        const stop = routes[0]!.stops.find(({ job }) => job === 'tree')!;
        stop.start += 500;
        stop.end += 500;
      },
    ],
  ])('sees what is %s', (kind, change) => {
    const kinds = verify(DAY, changed(change)).violations.map((violation) => violation.kind);
    expect(kinds).toContain(kind);
  });

  it('sees who is not able, and what is too heavy', () => {
    const unable = { ...DAY, crews: [{ ...DAY.crews[0]!, skills: [], capacity: [1] }] };
    unable.jobs = DAY.jobs.map((job) => ({ ...job, load: [1] }));
    const kinds = verify(unable, PLAN).violations.map(({ kind }) => kind);
    expect(kinds).toEqual(['ability', 'load']);
  });
});

describe('an explanation', () => {
  const why = (problem: Problem) => explain(problem, solve(problem, { iterations: 20 }))[0];

  it('names the skill that nobody has, and what it would cost without', () => {
    const [lamp, tree] = DAY.jobs as [Problem['jobs'][0], Problem['jobs'][0]];
    const explanation = why({ ...DAY, jobs: [{ ...lamp, skills: ['diving'] }, tree] });
    expect(explanation?.reasons).toEqual([
      { kind: 'nobody', lacks: [{ kind: 'skill', skill: 'diving' }] },
    ]);
    expect(explanation?.relaxations.map(({ lift }) => lift)).toEqual(['skills']);
  });

  it('says from when there is room, or that nobody is at work', () => {
    const jobs = [
      { id: 'a', place: 1, duration: 100, windows: [{ from: 20, to: 20 }] },
      { id: 'b', place: 1, duration: 100, windows: [{ from: 20, to: 20 }], priority: 0.5 },
    ];
    expect(why({ ...DAY, jobs })?.reasons).toMatchObject([{ kind: 'no-room', crews: ['one'] }]);
    const night = [{ id: 'a', place: 1, duration: 10, windows: [{ from: 900, to: 950 }] }];
    expect(why({ ...DAY, jobs: night })?.reasons).toEqual([
      { kind: 'outside-shifts', crews: ['one'] },
    ]);
  });

  it('says when a job costs more than it is worth', () => {
    const problem = { ...DAY, weights: { unserved: 0.001 } };
    expect(why(problem)?.reasons[0]).toMatchObject({ kind: 'not-worth' });
  });
});
