import type { Feed } from './feed.ts';

export const JSON_FEED = 'application/feed+json; charset=utf-8';

/** The feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJsonFeed({ language, title, page, self, author, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    language,
    authors: [{ name: author }],
    items: entries.map((entry) => ({
      id: `urn:uuid:${entry.id}`,
      url: entry.page,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.at.toISOString(),
    })),
  });
}
