import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command, FieldAct } from './command.ts';
import { isPossible, project } from './project.ts';
import { accept, enqueue, markSent, nextToSend, type Queue } from './queue.ts';
import { COMPLETE, FAIL, START, testCommand, testOrder } from './test-orders.ts';
import type { WorkOrder } from './work-order.ts';

/** The server's side of the contract: versions, states, and one effect for one key. */
class Server {
  readonly orders: Map<string, WorkOrder>;
  readonly effects: string[] = [];
  readonly #answers = new Map<string, { words: string; version: number }>();

  constructor(ids: string[]) {
    this.orders = new Map(ids.map((id) => [id, testOrder({ id })]));
  }

  /** @returns the version that the act led to */
  receive({ id, orderId, act, sentVersion }: Command): number {
    const words = JSON.stringify([orderId, act, sentVersion]);
    const earlier = this.#answers.get(id);
    if (earlier) {
      expect(earlier.words, 'a repetition is word for word the same').toBe(words);
      return earlier.version;
    }
    const order = this.orders.get(orderId) as WorkOrder;
    expect(sentVersion, 'no act is made for a version that its author did not see').toBe(
      order.version,
    );
    expect(isPossible(order, act.kind), 'no act comes before its turn').toBe(true);
    const [projected] = project([order], [testCommandOf(orderId, act)]);
    const { waiting, refused, ...next } = projected as NonNullable<typeof projected>;
    const version = order.version + 1;
    this.orders.set(orderId, { ...next, version });
    this.effects.push(id);
    this.#answers.set(id, { words, version });
    return version;
  }
}

const testCommandOf = (orderId: string, act: FieldAct): Command => ({
  ...testCommand('x', act, { orderId }),
  rank: 1,
});

type Happening =
  | { what: 'act'; order: number; act: FieldAct }
  /**
   * A sending: nothing leaves, the answer is lost, or all goes well. A phone killed on the way is
   * one of the first two: each step begins from what was written.
   */
  | { what: 'send'; luck: 'no network' | 'lost answer' | 'well' }
  /** The day is read again from the server. */
  | { what: 'read' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constant('act' as const),
    order: fc.nat(2),
    act: fc.constantFrom(START, START, COMPLETE, FAIL),
  }),
  fc.record({
    what: fc.constant('send' as const),
    luck: fc.constantFrom('no network' as const, 'lost answer' as const, 'well' as const),
  }),
  fc.record({ what: fc.constant('read' as const) }),
);

it('tells the server every act once and in order, whatever the network and the phone do', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
      const ids = ['order-0', 'order-1', 'order-2'];
      const server = new Server(ids);
      let written: Queue = [];
      let day = ids.map((id) => testOrder({ id }));
      const lived = new Map(ids.map((id) => [id, [] as string[]]));

      const write = (queue: Queue) => {
        written = JSON.parse(JSON.stringify(queue));
      };
      const send = (luck: 'no network' | 'lost answer' | 'well') => {
        const command = nextToSend(written, 'me');
        if (!command) return;
        write(markSent(written, command.id));
        if (luck === 'no network') return;
        const marked = written.find(({ id }) => id === command.id) as Command;
        const version = server.receive(marked);
        if (luck === 'lost answer') return;
        const known = server.orders.get(command.orderId) as WorkOrder;
        day = day.map((order) => (order.id === known.id ? known : order));
        write(accept(written, command.id, version));
      };

      for (const [index, each] of story.entries()) {
        if (each.what === 'send') send(each.luck);
        if (each.what === 'read') day = [...server.orders.values()];
        if (each.what !== 'act') continue;
        const orderId = ids[each.order] as string;
        const local = project(day, written).find(({ id }) => id === orderId);
        if (!local || !isPossible(local, each.act.kind)) continue;
        const id = `command-${index}`;
        const facts = { orderId, seenVersion: local.version };
        write(enqueue(written, testCommand(id, each.act, facts)));
        lived.get(orderId)?.push(id);
      }

      const foreseen = project(day, written).map(({ status }) => status);
      while (nextToSend(written, 'me')) send('well');

      expect(written).toEqual([]);
      for (const [orderId, own] of lived) {
        expect(
          server.effects.filter((id) => own.includes(id)),
          orderId,
        ).toEqual(own);
      }
      expect(server.effects).toHaveLength([...lived.values()].flat().length);
      expect([...server.orders.values()].map(({ status }) => status)).toEqual(foreseen);
    }),
    { numRuns: 500 },
  );
});
