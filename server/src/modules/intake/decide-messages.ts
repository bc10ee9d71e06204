import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { become } from './become.ts';
import { mayBeDecided, type Verdict } from './model.ts';
import { mayReadContactOf, requestForIntake } from './neighbours.ts';
import { maySort } from './policy.ts';
import { readableBy, summaryOf } from './present.ts';
import { problems } from './problems.ts';
import type { DecideBody, InboundSummary } from './schemas.ts';
import { attachmentsOf, lockInbound } from './store.ts';

/**
 * Does with messages what a person decided, where the program held or ignored them: makes requests
 * of them, joins them to one, or sets them aside. All of them, or none.
 *
 * @throws Problem `forbidden` (403), `not-found` (404), `already-decided` (409), `unknown-request` (422)
 */
export async function decideMessages(
  platform: Platform,
  act: Act,
  { ids, decision, code }: DecideBody,
): Promise<{ items: InboundSummary[] }> {
  ensure(maySort(act.actor));
  return platform.perform(act, async (tx) => {
    const verdict = await verdictOf(tx, act, decision, code);
    const items: InboundSummary[] = [];
    // In one order everywhere, so that two people who decide at once never wait on each other.
    for (const id of [...ids].sort()) {
      const message = await lockInbound(tx, act.territoryId, id);
      ensure(message, commonProblems.notFound);
      ensure(mayBeDecided(message.state), problems.alreadyDecided);
      const changed = await become(platform, tx, act, message, verdict);
      const attachments = await attachmentsOf(tx, act.territoryId, [id]);
      items.push(summaryOf(await readableBy(tx, act.territoryId, act.actor, changed, attachments)));
    }
    return { items };
  });
}

async function verdictOf(
  tx: Tx,
  { territoryId, actor }: Act,
  decision: DecideBody['decision'],
  code: string | undefined,
): Promise<Verdict> {
  if (decision === 'request') return { state: 'request' };
  if (decision === 'set-aside') return { state: 'ignored', reason: 'set-aside' };
  const request = code ? await requestForIntake(tx, territoryId, { code }) : undefined;
  const known = request && (await mayReadContactOf(tx, territoryId, actor, request.id));
  ensure(request && known, problems.unknownRequest);
  return { state: 'words', requestId: request.id, by: 'reporter' };
}
