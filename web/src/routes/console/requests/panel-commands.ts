import type { RequestCommand, RequestDetail, RequestStatus } from '../api/views.ts';
import { session } from '../session/session.svelte.ts';

/** What is done beside the duplicates themselves, without a form. */
type GroupCommand = 'merge' | 'unmerge';

/** What one can do by a form of a request's panel: its own commands, and planning the work. */
export type PanelCommand = Exclude<RequestCommand, GroupCommand> | 'plan';

/** In the order of the buttons, with the key of each. */
export const PANEL_COMMANDS: readonly { command: PanelCommand; key?: string }[] = [
  { command: 'triage', key: 't' },
  { command: 'answer', key: 'r' },
  { command: 'complete' },
  { command: 'ask', key: 'q' },
  { command: 'plan', key: 'p' },
  { command: 'accept', key: 'a' },
  { command: 'refuse', key: 'f' },
  { command: 'correct', key: 'g' },
  { command: 'transfer', key: 'x' },
  { command: 'reject' },
  { command: 'comment', key: 'c' },
  { command: 'reopen' },
  { command: 'moderate' },
];

/** What each status waits for. */
export const NEXT_STEPS: Partial<Record<RequestStatus, PanelCommand>> = {
  received: 'triage',
  triaged: 'plan',
};

/** What this person may do to this request now; the server has the last word. */
export function mayDo(request: RequestDetail, command: PanelCommand): boolean {
  return command === 'plan' ? mayPlan(request) : request.allowed.includes(command);
}

function mayPlan({ status, organization, workOrder, mergedIntoId }: RequestDetail): boolean {
  const waiting = status === 'received' || status === 'triaged';
  const underWay = workOrder?.status === 'planned' || workOrder?.status === 'started';
  const own = session.organizationsAs('dispatcher', 'director');
  return (
    waiting &&
    !underWay &&
    mergedIntoId === null &&
    organization !== null &&
    own.includes(organization.id)
  );
}
