import type { Actor } from '../../platform/acts/index.ts';
import type { ReplyTemplate, TemplateVersion } from './model.ts';
import { mayDraft, mayPublish } from './policy.ts';
import type { ReplyTemplateView, TemplateVersionView } from './schemas.ts';
import { contentOf } from './template.ts';

type Names = ReadonlyMap<string, { name: string }>;

/** A template as the console shows it, with what its reader may do to it. */
export function present(template: ReplyTemplate, names: Names, actor: Actor): ReplyTemplateView {
  const { id, organizationId, version, status, updatedAt } = template;
  const publisher = mayPublish(actor, organizationId);
  return {
    id,
    organization:
      organizationId === null
        ? null
        : {
            id: organizationId,
            name: names.get(organizationId)?.name ?? '',
          },
    version,
    status,
    ...contentOf(template),
    updatedAt: updatedAt.toISOString(),
    mayChange: publisher || (status === 'draft' && mayDraft(actor, organizationId)),
    mayPublish: publisher,
  };
}

export function presentVersion(version: TemplateVersion): TemplateVersionView {
  return { ...version, at: version.at.toISOString() };
}
