/** What a template may leave open, for the request to fill in. */
export const VARIABLES = [
  'salutation',
  'nom',
  'numéro',
  'service',
  'lieu',
  'commune',
  'organisme',
  'téléphone',
  'date_réception',
  'date_intervention',
  'échéance',
  'délai',
  'lien_suivi',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** A text cut at its variables. */
export type Segment = { text: string } | { variable: Variable };

/** What is wrong with the braces of a template, and where. */
export interface TemplateFault {
  kind: 'unknown-variable' | 'lonely-brace';
  /** As it was written: `prénom`, or the few characters around a brace. */
  written: string;
  /** From 0, in UTF-16 units. */
  at: number;
}

/** `{{` and `}}` stand for a brace itself; `{name}` for a variable. */
const TOKEN = /\{\{|\}\}|\{([^{}\n]{1,40})\}|[{}]/g;

/**
 * Cuts a template at its variables: `Bonjour {nom}`. Names forgive case, accents, spaces and
 * hyphens (`{Numero}`, `{date réception}`), because people write them.
 *
 * @returns every fault found beside the segments: an unknown name is never printed to a resident
 */
export function parseTemplate(template: string): { segments: Segment[]; faults: TemplateFault[] } {
  const segments: Segment[] = [];
  const faults: TemplateFault[] = [];
  let end = 0;
  let literal = '';
  for (const found of template.matchAll(TOKEN)) {
    literal += template.slice(end, found.index);
    end = found.index + found[0].length;
    const name = found[1];
    if (name !== undefined) {
      const variable = BY_FOLDED_NAME.get(fold(name));
      if (variable) {
        segments.push({ text: literal }, { variable });
        literal = '';
      } else faults.push({ kind: 'unknown-variable', written: name.trim(), at: found.index });
    } else if (found[0].length === 2) literal += found[0][0];
    else {
      const written = template.slice(Math.max(0, found.index - 10), found.index + 11);
      faults.push({ kind: 'lonely-brace', written, at: found.index });
    }
  }
  segments.push({ text: literal + template.slice(end) });
  return { segments: segments.filter((one) => !('text' in one) || one.text !== ''), faults };
}

/**
 * Fills a template. A value is text and nothing else: braces in it are not read again.
 *
 * @param placeholder - stands for a variable that has no value
 * @returns the text, and which of its variables had no value
 */
export function fillTemplate(
  segments: readonly Segment[],
  values: Partial<Record<Variable, string>>,
  placeholder: (variable: Variable) => string,
): { text: string; missing: Variable[] } {
  const missing = new Set<Variable>();
  const text = segments
    .map((segment) => {
      if ('text' in segment) return segment.text;
      const value = values[segment.variable];
      if (value !== undefined && value !== '') return value;
      missing.add(segment.variable);
      return placeholder(segment.variable);
    })
    .join('');
  return { text, missing: [...missing] };
}

const fold = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s’'-]+/g, '_');

const BY_FOLDED_NAME = new Map(VARIABLES.map((variable) => [fold(variable), variable]));
