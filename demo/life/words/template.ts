import type { Random } from '../../core/random.ts';

/** `[déjà|encore]` is one of the two, `{where}` what the caller says. */
type Part = string | { choices: string[] } | { slot: string };

const parsed = new Map<string, Part[]>();

/**
 * Draws one wording of a template. An unknown slot is an error of ours, so it throws.
 *
 * @example say(random, '[Le|Un] lampadaire {where} est éteint', { where: 'rue des Lilas' })
 */
export function say(
  random: Random,
  template: string,
  slots: Readonly<Record<string, string>> = {},
): string {
  return partsOf(template)
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('choices' in part) return random.pick(part.choices);
      const value = slots[part.slot];
      if (value === undefined) throw new Error(`nothing to say for {${part.slot}}: ${template}`);
      return value;
    })
    .join('');
}

function partsOf(template: string): Part[] {
  const known = parsed.get(template);
  if (known) return known;
  const parts = template.split(/(\[[^\]]*\]|\{[a-z]+\})/).map((text): Part => {
    if (text.startsWith('[')) return { choices: text.slice(1, -1).split('|') };
    if (text.startsWith('{')) return { slot: text.slice(1, -1) };
    return text;
  });
  parsed.set(template, parts);
  return parts;
}
