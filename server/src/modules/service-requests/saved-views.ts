import { Value } from 'typebox/value';
import type { Act, Actor } from '../../platform/acts/index.ts';
import { organizationsOf, ROLES } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { mayList } from './policy.ts';
import { deleteView, findView, insertView, listViews, type SavedView } from './saved-view-store.ts';
import { ListQuery } from './schemas.ts';

/** A search that someone keeps: for themselves, or for the colleagues of their organization. */
export interface SaveView {
  name: string;
  query: Record<string, string>;
  shared: boolean;
}

export async function listSavedViews(tx: Tx, territoryId: string, actor: Actor) {
  ensure(mayList(actor));
  const views = await listViews(tx, territoryId, actor.id, organizationsOf(actor, ...ROLES));
  return views.map((view) => present(view, actor));
}

export async function saveView(platform: Platform, act: Act, command: SaveView) {
  const { actor } = act;
  const [organizationId] = organizationsOf(actor, ...ROLES);
  ensure(mayList(actor) && actor.id !== null && organizationId !== undefined);
  readSavedQuery(command.query);
  const accountId = actor.id;
  return platform.perform(act, async (tx) => {
    const view = { id: uuidv7(platform.clock), organizationId, accountId, ...command };
    await insertView(tx, act.territoryId, view, act.at);
    return present(view, actor);
  });
}

/** Only who saved a view forgets it. @throws Problem `not-found` (404) for anyone else */
export async function forgetView(platform: Platform, act: Act, id: string): Promise<null> {
  return platform.perform(act, async (tx) => {
    const view = await findView(tx, act.territoryId, id);
    ensure(view && view.accountId === act.actor.id, commonProblems.notFound);
    await deleteView(tx, act.territoryId, id);
    return null;
  });
}

/** The query of a view that the actor may use. */
export async function findSavedQuery(
  tx: Tx,
  territoryId: string,
  actor: Actor,
  id: string,
): Promise<ListQuery> {
  const view = await findView(tx, territoryId, id);
  ensure(view && mayUse(actor, view), commonProblems.notFound);
  return readSavedQuery(view.query);
}

/**
 * Reads the texts of a saved query as the API reads those of an address.
 *
 * @throws Problem `validation` (400) when the list would refuse them
 */
function readSavedQuery(query: Record<string, string>): ListQuery {
  const read = Value.Convert(ListQuery, { ...query });
  if (Value.Check(ListQuery, read)) return read;
  throw commonProblems.validation({
    errors: Value.Errors(ListQuery, read).map(({ instancePath, message }) => ({
      pointer: `/query${instancePath}`,
      detail: message,
    })),
  });
}

function mayUse(actor: Actor, view: SavedView): boolean {
  const isMine = view.accountId === actor.id;
  return isMine || (view.shared && organizationsOf(actor, ...ROLES).includes(view.organizationId));
}

function present({ id, name, query, shared, accountId }: SavedView, actor: Actor) {
  return { id, name, query, shared, mine: accountId === actor.id };
}
