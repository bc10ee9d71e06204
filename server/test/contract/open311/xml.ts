import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const schema = XmlDocument.fromString(
  readFileSync(new URL('./georeport-v2.xsd', import.meta.url), 'utf8'),
);
const validator = XsdValidator.fromDoc(schema);

/** What of the document is not well-formed, or breaks the schema; empty when it is valid. */
export function xmlFaults(text: string): string[] {
  try {
    const document = XmlDocument.fromString(text);
    try {
      validator.validate(document);
      return [];
    } finally {
      document.dispose();
    }
  } catch (error) {
    return [String(error)];
  }
}

const LISTS = [
  'services.service',
  'service_definition.attributes.attribute',
  'service_definition.attributes.attribute.values.value',
  'service_requests.request',
  'service_request_updates.request_update',
  'errors.error',
  'discovery.endpoints.endpoint',
  'discovery.endpoints.endpoint.formats.format',
];
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (_name, path) => LISTS.includes(String(path)),
});

/** A document as its JSON twin would be, with every value a text: what both must agree on. */
export function readXml(text: string): { root: string; content: unknown } {
  const { '?xml': _, ...rest } = parser.parse(text) as Record<string, unknown>;
  const [root = ''] = Object.keys(rest);
  return { root, content: unwrap(rest[root]) };
}

const WRAPPERS = new Set(LISTS.map((path) => path.split('.').at(-1)));

function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1 && WRAPPERS.has(only[0])) return unwrap(only[1]);
  return Object.fromEntries(entries.map(([key, inner]) => [key, unwrap(inner)]));
}

/** The same of a JSON content: texts, nothing for null, nothing for an empty list. */
export function asTexts(content: unknown): unknown {
  if (content === null || content === undefined) return '';
  if (Array.isArray(content)) return content.length === 0 ? '' : content.map(asTexts);
  if (typeof content !== 'object') return String(content);
  return Object.fromEntries(Object.entries(content).map(([key, inner]) => [key, asTexts(inner)]));
}
