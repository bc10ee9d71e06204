import { escapeXml } from '../xml/index.ts';
import type { Feed, FeedEntry } from './feed.ts';

export const ATOM = 'application/atom+xml; charset=utf-8';

/** The feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    element('id', feed.self),
    element('title', feed.title),
    element('updated', feed.updated.toISOString()),
    `<author>${element('name', feed.author)}</author>`,
    link('self', feed.self),
    link('alternate', feed.page),
    ...feed.entries.map(writeEntry),
    '</feed>\n',
  ].join('\n');
}

function writeEntry({ id, title, text, page, at }: FeedEntry): string {
  const when = at.toISOString();
  return [
    '<entry>',
    element('id', `urn:uuid:${id}`),
    element('title', title),
    element('published', when),
    element('updated', when),
    link('alternate', page),
    `<content type="text">${escapeXml(text)}</content>`,
    '</entry>',
  ].join('\n');
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;

const link = (rel: string, href: string) =>
  `<link rel="${rel}" href="${escapeXml(href).replaceAll('"', '&quot;')}"/>`;
