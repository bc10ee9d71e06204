import type { FeedEntry } from '../../../platform/feeds/index.ts';
import type { Language } from '../../../platform/problem/index.ts';
import type { News } from './tell-news.ts';
import { FEED_WORDS } from './words.ts';

/** A piece of news as an entry of a feed. */
export function newsEntry(news: News, origin: string, language: Language): FeedEntry {
  const words = FEED_WORDS[language];
  const { id, requestId, at, title, detail, serviceName, address, organizationName, text } = news;
  const lines = [
    address,
    organizationName && words.inCharge(organizationName),
    detail,
    text && words.quoted(text),
  ];
  return {
    id,
    at,
    title: words.step(title, [serviceName, address].filter(Boolean).join(', ')),
    text: lines.filter(Boolean).join('\n'),
    page: `${origin}/carte/${requestId}`,
  };
}
