import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { type ServiceRequestEvent, serviceRequestEvent } from './events.ts';
import { STATUS_LABELS, whyNot } from './labels.ts';
import { advance, type Command, settled, suitsMerging } from './model.ts';
import { governed, hasPlace, mayCommand, mayRead } from './policy.ts';
import { detailOf } from './present.ts';
import { problems } from './problems.ts';
import type { RequestDetail } from './schemas.ts';
import type { ServiceRequest } from './service-request.ts';
import { lockRequest, updateRequest } from './store.ts';

/** What one command adds to what all of them do. */
export interface Effect {
  event: ServiceRequestEvent;
  /** What of the request changes beside its status. */
  change?: Partial<ServiceRequest>;
  /** Facts of the event alone. */
  data?: Record<string, unknown>;
  /** The author's own words. */
  reason?: string | undefined;
}

/**
 * Gives a command to a request: the same story for all of them. Read it for change, see that the
 * author may and saw the present version, move it, keep it, tell it.
 *
 * @param effect - decides what the command changes; may still refuse
 * @param lock - reads the request for change, with what else the command changes; in one order for
 *   all commands, so that none waits for the other
 * @throws Problem `not-found` (404) when there is none or the author may not see it, `forbidden`
 *   (403), `precondition-required` (428), `precondition-failed` (412), `illegal-move`, `merged`, `not-merged` (409)
 */
export function giveCommand(
  platform: Platform,
  act: Act,
  id: string,
  command: Command,
  effect: (request: ServiceRequest, tx: Tx) => Effect | Promise<Effect>,
  lock = (tx: Tx) => lockRequest(tx, act.territoryId, id),
): Promise<RequestDetail> {
  const { territoryId, actor, at, expectedVersion } = act;
  return platform.perform(act, async (tx) => {
    const request = await lock(tx);
    ensure(request && mayRead(actor, governed(request)), commonProblems.notFound);
    ensure(mayCommand(actor, governed(request), command));
    ensure(expectedVersion !== undefined, commonProblems.preconditionRequired);
    ensure(expectedVersion === request.version, commonProblems.preconditionFailed);
    ensure(suitsMerging(command, request.mergedIntoId !== null), () =>
      command === 'unmerge' ? problems.notMerged() : problems.merged({ code: request.code }),
    );
    const progress = advance(request, command, at);
    ensure(progress && hasPlace(governed(request), command), () => illegalMove(request, command));

    const { event, change, data, reason } = await effect(request, tx);
    const changed = { ...request, ...progress, ...settled(command), ...change };
    await updateRequest(tx, territoryId, changed);
    await platform.events.publish(tx, act, serviceRequestEvent(event, changed, data, reason));
    return detailOf(platform, tx, territoryId, actor, changed);
  });
}

function illegalMove({ code, status }: ServiceRequest, command: Command) {
  return problems.illegalMove({
    code,
    status: STATUS_LABELS[status],
    why: whyNot(command, status),
  });
}
