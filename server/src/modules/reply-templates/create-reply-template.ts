import type { Act } from '../../platform/acts/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { cleanContent } from './clean-content.ts';
import { templateEvent } from './events.ts';
import type { ReplyTemplate, Status, TemplateContent } from './model.ts';
import { organizationsById } from './neighbours.ts';
import { mayWrite } from './policy.ts';
import { present } from './present.ts';
import { problems } from './problems.ts';
import type { ReplyTemplateView } from './schemas.ts';
import { insertTemplates, insertVersions } from './store.ts';
import { versionOf } from './template.ts';

export interface CreateReplyTemplate extends TemplateContent {
  organizationId: string | null;
  status: Status;
}

/**
 * Adds a template to the knowledge base, as a draft or published at once.
 *
 * @throws Problem `forbidden` (403), `unsound-template`, `unknown-organization` (422)
 */
export function createReplyTemplate(
  platform: Platform,
  act: Act,
  { organizationId, status, ...content }: CreateReplyTemplate,
): Promise<ReplyTemplateView> {
  const { territoryId, actor, at } = act;
  ensure(mayWrite(actor, { organizationId, status: 'draft' }, status));
  const template: ReplyTemplate = {
    ...cleanContent(content),
    id: uuidv7(platform.clock),
    organizationId,
    version: 1,
    status,
    createdAt: at,
    updatedAt: at,
  };
  return platform.perform(act, async (tx) => {
    const organizations = await organizationsById(platform, tx, territoryId);
    ensure(
      organizationId === null || organizations.has(organizationId),
      problems.unknownOrganization,
    );
    await insertTemplates(tx, territoryId, [template]);
    await insertVersions(tx, territoryId, [versionOf(template, actor.name, '')]);
    await platform.events.publish(tx, act, templateEvent('created', template, ''));
    return present(template, organizations, actor);
  });
}
