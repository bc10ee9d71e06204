import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { mayList } from './policy.ts';
import { factsOf, fill } from './preview-reply.ts';
import type { SuggestionsView, SuggestQuery } from './schemas.ts';
import { suggestTemplates } from './store.ts';

const SHOWN = 8;

/**
 * The published templates that fit a request, filled for it, the fittest first; those of the
 * organization that has it, and the shared ones.
 *
 * @throws Problem `forbidden` (403), `unknown-request` (422)
 */
export async function suggestReplies(
  platform: Platform,
  act: Act,
  { serviceRequestId, purpose, q = '' }: SuggestQuery,
): Promise<SuggestionsView> {
  ensure(mayList(act.actor));
  const facts = await factsOf(platform, act, serviceRequestId);
  const { serviceCode, serviceGroup, organizationId, description, language } = facts.request;
  const typed = wordsOf(q);
  if (q.trim() && typed.length === 0) return { items: [] };
  const found = await suggestTemplates(
    platform.db.read,
    act.territoryId,
    {
      organizationIds: organizationId ? [organizationId] : [],
      purpose,
      serviceCode,
      serviceGroup,
      language,
      likeWords: anyOf(description),
      // Each word as far as it has been typed, and all of them.
      typed: typed.map((word) => `${quote(word)}:*`).join(' & ') || null,
    },
    SHOWN,
  );
  return {
    items: found.map(({ template, fits }) => ({
      id: template.id,
      version: template.version,
      title: template.title,
      deskNote: template.deskNote,
      fits,
      ...fill(template, facts, act.language),
    })),
  };
}

/** A description may be ten thousand characters long: its first words say what it is about. */
const READ = 40;

/** A query for any of the words of a text; null when it has none. */
export const anyOf = (text: string) => wordsOf(text).map(quote).join(' | ') || null;

const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]{2,40}/gu) ?? []).slice(0, READ);

/** Letters and digits only, in quotes: nothing in it is an operator of `to_tsquery`. */
const quote = (word: string) => `'${word}'`;
