import type { Act } from '../../platform/acts/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { cleanContent } from './clean-content.ts';
import { REPLY_TEMPLATE_EVENTS } from './events.ts';
import type { ReplyTemplate, TemplateContent } from './model.ts';
import { mayPublish } from './policy.ts';
import { countTemplates, insertTemplates, insertVersions } from './store.ts';
import { versionOf } from './template.ts';

/**
 * Gives a territory a knowledge base to start from, shared and published. Does nothing where one
 * exists: what a town wrote is never mixed with what we propose.
 *
 * @returns how many templates were added
 * @throws Problem `forbidden` (403), `unsound-template` (422)
 */
export async function importReplyTemplates(
  platform: Platform,
  act: Act,
  contents: readonly TemplateContent[],
): Promise<number> {
  const { territoryId, actor, at } = act;
  ensure(mayPublish(actor, null));
  const templates = contents.map(
    (content): ReplyTemplate => ({
      ...cleanContent(content),
      id: uuidv7(platform.clock),
      organizationId: null,
      version: 1,
      status: 'published',
      createdAt: at,
      updatedAt: at,
    }),
  );
  return platform.perform(act, async (tx) => {
    if ((await countTemplates(tx, territoryId)) > 0) return 0;
    await insertTemplates(tx, territoryId, templates);
    const versions = templates.map((template) => versionOf(template, actor.name, ''));
    await insertVersions(tx, territoryId, versions);
    await platform.events.publish(tx, act, {
      type: REPLY_TEMPLATE_EVENTS.imported,
      subject: territoryId,
      organizationId: null,
      data: { count: templates.length },
    });
    return templates.length;
  });
}
