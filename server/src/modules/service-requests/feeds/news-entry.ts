import type { FeedEntry } from '../../../platform/feeds/index.ts';
import type { News } from './tell-news.ts';

/** A piece of news as an entry of a feed. */
export function newsEntry(news: News, origin: string): FeedEntry {
  const { id, requestId, at, title, detail, serviceName, address, organizationName, text } = news;
  const lines = [
    address,
    organizationName && `Qui s’en occupe : ${organizationName}.`,
    detail,
    text && `« ${text} »`,
  ];
  return {
    id,
    at,
    title: `${title} : ${[serviceName, address].filter(Boolean).join(', ')}`,
    text: lines.filter(Boolean).join('\n'),
    page: `${origin}/carte/${requestId}`,
  };
}
