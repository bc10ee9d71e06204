import type { Crew, Job, Problem } from './problem.ts';

/** Why a crew cannot do a job at any hour. */
export type Lack =
  | { kind: 'skill'; skill: string }
  | { kind: 'equipment'; item: string }
  | { kind: 'people'; needed: number; has: number }
  | { kind: 'not-chosen' }
  | { kind: 'load'; dimension: number; needed: number; has: number };

/** All that a crew lacks for a job, whatever the hour; empty when it could do it. */
export function lacksOf(crew: Crew, job: Job): Lack[] {
  const lacks: Lack[] = [];
  for (const skill of job.skills ?? []) {
    if (!crew.skills?.includes(skill)) lacks.push({ kind: 'skill', skill });
  }
  for (const item of job.equipment ?? []) {
    if (!crew.equipment?.includes(item)) lacks.push({ kind: 'equipment', item });
  }
  const [needed, has] = [job.crewSize ?? 1, crew.size ?? 1];
  if (needed > has) lacks.push({ kind: 'people', needed, has });
  if (job.crews && !job.crews.includes(crew.id)) lacks.push({ kind: 'not-chosen' });
  (job.load ?? []).forEach((load, dimension) => {
    const most = crew.capacity?.[dimension];
    if (most !== undefined && load > most) {
      lacks.push({ kind: 'load', dimension, needed: load, has: most });
    }
  });
  return lacks;
}

/** What no crew has, each thing once; empty when each thing is there, if not all in one crew. */
export function lacksOfAll({ crews }: Problem, job: Job): Lack[] {
  const lacks = crews.map((crew) => lacksOf(crew, job));
  const kinds = (list: readonly Lack[]) => list.map((lack) => keyOf(lack));
  const [first = [], ...others] = lacks;
  return first.filter((lack) => others.every((list) => kinds(list).includes(keyOf(lack))));
}

function keyOf(lack: Lack): string {
  switch (lack.kind) {
    case 'skill':
      return `skill ${lack.skill}`;
    case 'equipment':
      return `equipment ${lack.item}`;
    case 'load':
      return `load ${lack.dimension}`;
    default:
      return lack.kind;
  }
}
