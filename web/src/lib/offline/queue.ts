import type { Command, Refusal } from './command.ts';

/**
 * The queue of acts as pure functions: the whole queue in, the whole queue out. Nothing leaves it
 * but what the server has accepted ({@link accept}) or the agent gives up ({@link withdraw}).
 */
export type Queue = readonly Command[];

/**
 * Adds an act behind all others.
 *
 * @returns the same queue when the same act on the same order already waits (a double tap)
 */
export function enqueue(queue: Queue, command: Omit<Command, 'rank'>): Queue {
  const already = queue.some(
    (other) =>
      other.accountId === command.accountId &&
      other.orderId === command.orderId &&
      other.refusal === null &&
      (other.act.kind === command.act.kind || isEnding(other)),
  );
  if (already) return queue;
  return [...queue, { ...command, rank: 1 + Math.max(0, ...queue.map(({ rank }) => rank)) }];
}

/**
 * The act to send now: the first that waits, unless one before it on the same work order was
 * refused: what follows a refused act waits for the agent's decision.
 */
export function nextToSend(queue: Queue, accountId: string): Command | undefined {
  const blocked = new Set<string>();
  for (const command of inOrder(queue)) {
    if (command.accountId !== accountId) continue;
    if (command.refusal) blocked.add(command.orderId);
    else if (!blocked.has(command.orderId)) return command;
  }
  return undefined;
}

/** Fixes the version that goes with the act, before its first sending. */
export function markSent(queue: Queue, id: string): Queue {
  return change(queue, id, (command) => ({
    ...command,
    sentVersion: command.sentVersion ?? command.seenVersion,
  }));
}

/** The server has the act: later acts on the same order build on the version it led to. */
export function accept(queue: Queue, id: string, version: number): Queue {
  const accepted = queue.find((command) => command.id === id);
  if (!accepted) return queue;
  return queue
    .filter((command) => command !== accepted)
    .map((command) =>
      command.orderId === accepted.orderId &&
      command.accountId === accepted.accountId &&
      command.sentVersion === null
        ? { ...command, seenVersion: version }
        : command,
    );
}

/** The server will not have the act as it is: it stays, with the reason. */
export function refuse(queue: Queue, id: string, refusal: Refusal): Queue {
  return change(queue, id, (command) => ({ ...command, refusal }));
}

/**
 * The agent has read the refusal and wants the act all the same: a new command in the same place,
 * on the version seen now.
 */
export function resend(
  queue: Queue,
  id: string,
  again: { id: string; version: number; photoIds?: string[] },
): Queue {
  return change(queue, id, (command) => ({
    ...command,
    id: again.id,
    seenVersion: again.version,
    sentVersion: null,
    refusal: null,
    photoIds: again.photoIds ?? command.photoIds,
  }));
}

/** The agent gives the act up. */
export function withdraw(queue: Queue, id: string): Queue {
  return queue.filter((command) => command.id !== id);
}

/** How the queue stands for one person. */
export interface QueueSummary {
  /** Acts still to be sent. */
  waiting: number;
  /** Acts that want a decision. */
  refused: number;
  /** Acts of others who used this phone: they leave when those sign in again. */
  ofOthers: number;
}

export function summarize(queue: Queue, accountId: string | null): QueueSummary {
  const own = queue.filter((command) => command.accountId === accountId);
  const refused = own.filter(({ refusal }) => refusal !== null).length;
  return { waiting: own.length - refused, refused, ofOthers: queue.length - own.length };
}

export function inOrder(queue: Queue): Command[] {
  return [...queue].sort((a, b) => a.rank - b.rank);
}

const isEnding = ({ act }: Command) => act.kind !== 'start';

function change(queue: Queue, id: string, next: (command: Command) => Command): Queue {
  return queue.map((command) => (command.id === id ? next(command) : command));
}
