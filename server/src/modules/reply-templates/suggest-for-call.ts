import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { servicesOf } from './neighbours.ts';
import { mayList, readableOrganizations } from './policy.ts';
import type { CallQuery, CallRepliesView } from './schemas.ts';
import { suggestTemplates } from './store.ts';
import { anyOf } from './suggest-replies.ts';
import { parseTemplate } from './variables.ts';

const SHOWN = 4;
/** Read from the table: some of them cannot be said yet. */
const READ = 12;

/**
 * The published templates that fit a call while it is being written down, the fittest first, those
 * of the actor's organizations and the shared ones. Their variables are left open: the request that
 * will fill them is not registered yet. One that tells the day of a visit cannot be said then.
 *
 * @throws Problem `forbidden` (403)
 */
export async function suggestForCall(
  platform: Platform,
  act: Act,
  { serviceCode, description = '' }: CallQuery,
): Promise<CallRepliesView> {
  ensure(mayList(act.actor));
  const services = await servicesOf(platform, act.territoryId);
  const found = await suggestTemplates(
    platform.db.read,
    act.territoryId,
    {
      organizationIds: readableOrganizations(act.actor),
      purpose: 'answer',
      serviceCode,
      serviceGroup: services.find(({ code }) => code === serviceCode)?.group ?? '',
      language: act.language,
      likeWords: anyOf(description),
      typed: null,
    },
    READ,
  );
  return {
    items: found
      .filter(({ template }) => !tellsAVisit(template.body) && !tellsAVisit(template.subject))
      .slice(0, SHOWN)
      .map(({ template: { id, title, subject, body, deskNote }, fits }) => ({
        id,
        title,
        subject,
        body,
        deskNote,
        fits,
      })),
  };
}

function tellsAVisit(text: string): boolean {
  return parseTemplate(text).segments.some(
    (segment) => 'variable' in segment && segment.variable === 'date_intervention',
  );
}
