import { Logger, type RunnerOptions, type TaskList } from 'graphile-worker';
import { systemActor } from '../acts/index.ts';
import type { Platform } from '../platform.ts';
import type { Reaction } from './event.ts';
import { REACT, type ReactPayload } from './events.ts';
import { keepRunning, type Worker } from './keep-running.ts';
import { acknowledge, findEvent } from './store.ts';

/** Background work that is not a reaction, e.g. sending one mail or a nightly purge. */
export type Task = (platform: Platform, payload: unknown) => Promise<void>;

/** A task at fixed times: `minute hour day month weekday`, UTC. */
export interface Schedule {
  cron: string;
  task: string;
}

/**
 * Starts carrying out jobs. Any number of processes may do so at once.
 *
 * @param concurrency - jobs at the same time in this process
 */
export async function startWorker(
  platform: Platform,
  reactions: Reaction[],
  tasks: Record<string, Task>,
  schedules: Schedule[],
  concurrency = 4,
): Promise<Worker> {
  const options: RunnerOptions = {
    pgPool: platform.db.pool,
    taskList: taskListOf(platform, reactions, tasks),
    crontab: schedules.map(({ cron, task }) => `${cron} ${task}`).join('\n'),
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') platform.log.error({ message }, 'job failed');
    }),
    preset: {
      worker: {
        concurrentJobs: concurrency,
        pollInterval: 1_000,
        // Without a local queue every job costs a round trip of its own: 1k/s against 20k/s.
        localQueue: { size: concurrency * 10, ttl: 60_000 },
      },
    },
  };
  return keepRunning(platform, options);
}

/** Every task of the program, as the job queue calls them. */
export function taskListOf(
  platform: Platform,
  reactions: Reaction[],
  tasks: Record<string, Task>,
): TaskList {
  const byName = new Map(reactions.map((reaction) => [reaction.name, reaction]));
  const taskList: TaskList = {
    [REACT]: (payload) => carryOut(platform, byName, payload as ReactPayload),
  };
  for (const [name, task] of Object.entries(tasks)) {
    taskList[name] = (payload: unknown) => task(platform, payload);
  }
  return taskList;
}

async function carryOut(
  platform: Platform,
  reactions: Map<string, Reaction>,
  { territoryId, eventId, reaction: name }: ReactPayload,
): Promise<void> {
  const reaction = reactions.get(name);
  if (!reaction) throw new Error(`No reaction is named ${name}`);
  await platform.db.transaction(async (tx) => {
    const event = await findEvent(tx, territoryId, eventId);
    if (!event) throw new Error(`Event ${eventId} is not in the log`);
    if (await acknowledge(tx, event, name, platform.clock.now())) {
      await reaction.react(platform, tx, event);
    }
  });
}

/** The act under which a reaction changes things: the program's own, named after the reaction. */
export function actOfReaction(platform: Platform, reaction: string, territoryId: string) {
  return {
    territoryId,
    actor: systemActor(reaction),
    at: platform.clock.now(),
    requestId: reaction,
    language: 'fr' as const,
  };
}
