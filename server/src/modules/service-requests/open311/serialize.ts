import { escapeXml } from '../../../platform/xml/index.ts';

/** GeoReport v2 has two forms of the same content. */
export const FORMATS = ['json', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

type Scalar = string | number | boolean | null;
export type Content = Scalar | Content[] | { [name: string]: Content };

/**
 * Writes a content in the form that was asked.
 *
 * JSON has the bare array or object; XML wraps it in `root`, and each member of a list in the
 * singular that the standard gives it.
 */
export function serialize(format: Format, root: string, content: Content): string {
  return format === 'json'
    ? JSON.stringify(content)
    : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, content)}`;
}

/** What each list is made of (GeoReport v2, XML examples). */
const MEMBERS: Record<string, string> = {
  services: 'service',
  service_requests: 'request',
  service_request_updates: 'request_update',
  notes: 'note',
  photos: 'photo',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

function element(name: string, content: Content): string {
  if (content === null || content === '') return `<${name}/>`;
  if (Array.isArray(content)) {
    const member = MEMBERS[name] ?? 'item';
    return `<${name}>${content.map((part) => element(member, part)).join('')}</${name}>`;
  }
  if (typeof content === 'object') {
    const members = Object.entries(content).map(([key, value]) => element(key, value));
    return `<${name}>${members.join('')}</${name}>`;
  }
  return `<${name}>${escapeXml(String(content))}</${name}>`;
}
