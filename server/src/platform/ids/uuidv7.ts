import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../clock/index.ts';

/**
 * A time-ordered identifier: 48 bits of Unix milliseconds, 12 of counter, 62 of chance.
 *
 * Two ids made from one clock always sort in the order they were made, within a millisecond
 * and when the clock steps back. More than the counter holds in a millisecond borrows from the next.
 *
 * Source: RFC 9562 §5.7, with the fixed-length counter of §6.2 (method 1).
 */
export function uuidv7(clock: Clock = systemClock): string {
  const now = clock.now().getTime();
  const last = lastByClock.get(clock);
  const next = !last || now > last.time ? { time: now, counter: firstCount() } : following(last);
  lastByClock.set(clock, next);

  const time = hex(next.time, 12);
  // From its variant on, a version 4 is alike; Node keeps a stock of them, drawn at once.
  const chance = randomUUID().slice(FIRST_OF_VARIANT);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(next.counter, 3)}-${chance}`;
}

/** The least id that can be made at the instant: where a range of time begins among ids. */
export function firstUuidv7(at: Date): string {
  const time = hex(at.getTime(), 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** When an id was made, to the millisecond. The id must be a UUIDv7. */
export function timeOfUuidv7(id: string): Date {
  if (!isUuidv7(id)) throw new RangeError(`Not a UUIDv7: ${id}`);
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** True for a lower-case UUIDv7, the only form that we write. */
export function isUuidv7(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}

const FIRST_OF_VARIANT = 19;
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

interface Tick {
  readonly time: number;
  readonly counter: number;
}

const lastByClock = new WeakMap<Clock, Tick>();

// The counter starts in its lower half, so that at least 2,048 ids follow.
const firstCount = () => Number.parseInt(randomUUID().slice(0, 3), 16) & 0x7ff;

function following({ time, counter }: Tick): Tick {
  return counter < 0xfff
    ? { time, counter: counter + 1 }
    : { time: time + 1, counter: firstCount() };
}
