import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { renew } from './change-reply-template.ts';
import { problems } from './problems.ts';
import type { ReplyTemplateView } from './schemas.ts';
import { versionsOf } from './store.ts';

export interface RestoreReplyTemplate {
  id: string;
  version: number;
  reason: string;
}

/**
 * Makes a template say again what an earlier version said; it keeps its present status. That too
 * is a new version: nothing is ever taken back in silence.
 *
 * @throws Problem `unknown-version` (422), and those of every change
 */
export function restoreReplyTemplate(
  platform: Platform,
  act: Act,
  { id, version, reason }: RestoreReplyTemplate,
): Promise<ReplyTemplateView> {
  return renew(platform, act, id, 'restored', reason, async (tx, template) => {
    const [found] = await versionsOf(tx, act.territoryId, id, { before: version + 1, limit: 1 });
    ensure(found?.version === version, problems.unknownVersion);
    return { ...found.content, status: template.status };
  });
}
