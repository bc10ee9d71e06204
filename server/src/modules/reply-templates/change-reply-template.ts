import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { requireVersion } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { cleanContent } from './clean-content.ts';
import { templateEvent } from './events.ts';
import type { ReplyTemplate, Status, TemplateContent } from './model.ts';
import { organizationsById } from './neighbours.ts';
import { mayRead, mayWrite } from './policy.ts';
import { present } from './present.ts';
import type { ReplyTemplateView } from './schemas.ts';
import { insertVersions, lockTemplate, updateTemplate } from './store.ts';
import { versionOf } from './template.ts';

export interface ChangeReplyTemplate extends TemplateContent {
  id: string;
  status: Status;
  /** Why, for colleagues. */
  reason: string;
}

/**
 * Changes a template: its words, whom it is for, whether it is offered. What it said before stays
 * as a version.
 *
 * @throws Problem `not-found` (404), `forbidden` (403), `precondition-required` (428),
 *   `precondition-failed` (412), `unsound-template` (422)
 */
export function changeReplyTemplate(
  platform: Platform,
  act: Act,
  { id, status, reason, ...content }: ChangeReplyTemplate,
): Promise<ReplyTemplateView> {
  const cleaned = cleanContent(content);
  return renew(platform, act, id, 'changed', reason, async () => ({ ...cleaned, status }));
}

/**
 * What every change has in common: see that its author may and saw the present version, write the
 * new one beside the old, tell it.
 *
 * @param change - what the new version holds
 */
export function renew(
  platform: Platform,
  act: Act,
  id: string,
  what: 'changed' | 'restored',
  reason: string,
  change: (tx: Tx, template: ReplyTemplate) => Promise<TemplateContent & { status: Status }>,
): Promise<ReplyTemplateView> {
  const { territoryId, actor, at } = act;
  return platform.perform(act, async (tx) => {
    const template = await lockTemplate(tx, territoryId, id);
    ensure(template && mayRead(actor, template), commonProblems.notFound);
    const changes = await change(tx, template);
    ensure(mayWrite(actor, template, changes.status));
    ensure(requireVersion(act) === template.version, commonProblems.preconditionFailed);
    const changed = { ...template, ...changes, version: template.version + 1, updatedAt: at };
    await updateTemplate(tx, territoryId, changed);
    await insertVersions(tx, territoryId, [versionOf(changed, actor.name, reason)]);
    await platform.events.publish(tx, act, templateEvent(what, changed, reason));
    return present(changed, await organizationsById(platform, tx, territoryId), actor);
  });
}
