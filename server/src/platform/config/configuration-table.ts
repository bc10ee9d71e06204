import { type VariableNotes, Variables } from './variables.ts';

/** The table of `docs/guide/configuration.md`: one row a variable, in the order of the schema. */
export function configurationTable(): string {
  const rows = Object.entries(Variables.properties).map(([name, schema]) => {
    const {
      description,
      examples,
      default: fallback,
    } = schema as unknown as VariableNotes & {
      default?: unknown;
    };
    const usual = fallback === undefined ? '–' : `\`${fallback}\``;
    const shown = examples.map((example) => `\`${example}\``).join(' ou ');
    return `| \`${name}\` | ${description} | ${usual} | ${shown} |`;
  });
  return ['| variable | rôle | par défaut | exemple |', '|---|---|---|---|', ...rows].join('\n');
}
