import { XMLParser } from 'fast-xml-parser';

/** What a neighbour answered, as far as it makes sense; null when it is no GeoReport v2 at all. */
export interface Answer {
  /** The members of its list: services, requests or errors. */
  items: Record<string, string>[];
  isError: boolean;
}

const MEMBERS = ['service', 'request', 'error'];
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  isArray: (name) => MEMBERS.includes(name),
});

/**
 * Reads a body in XML, or in JSON for those who answer so whatever they are asked; wrapped in an
 * object or not, with numbers for texts: servers in the wild do all of it.
 *
 * A document type declaration is refused: GeoReport v2 has none, and entities only serve to harm.
 */
export function readAnswer(body: string): Answer | null {
  const text = body.replace(/^\ufeff/, '').trim();
  try {
    if (/^[[{]/.test(text)) return readJson(JSON.parse(text));
    if (!text.startsWith('<') || /<!DOCTYPE|<html/i.test(text)) return null;
    return readXml(parser.parse(text, true) as Record<string, unknown>);
  } catch {
    return null;
  }
}

function readXml(document: Record<string, unknown>): Answer | null {
  for (const root of ['services', 'service_requests', 'errors']) {
    if (!(root in document)) continue;
    const list = document[root];
    const members = typeof list === 'object' && list !== null ? Object.values(list).flat() : [];
    return { items: members.flatMap(asTexts), isError: root === 'errors' };
  }
  return null;
}

function readJson(value: unknown): Answer | null {
  const list = Array.isArray(value)
    ? value
    : Object.values(value as object).find((inner) => Array.isArray(inner));
  if (!list) return null;
  const items = (list as unknown[]).flatMap(asTexts);
  return {
    items,
    isError:
      items.length > 0 &&
      items.every((one) => 'code' in one && 'description' in one && !('service_request_id' in one)),
  };
}

function asTexts(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return [];
  const texts = Object.entries(value).filter(([, inner]) =>
    ['string', 'number', 'boolean'].includes(typeof inner),
  );
  return [Object.fromEntries(texts.map(([key, inner]) => [key, String(inner).slice(0, 4_000)]))];
}
