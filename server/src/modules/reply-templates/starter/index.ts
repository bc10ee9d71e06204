import type { TemplateContent } from '../model.ts';
import { decisions } from './decisions.ts';
import { living } from './living.ts';
import { street } from './street.ts';
import { utilities } from './utilities.ts';

/**
 * Where every territory's knowledge base starts from, in French, for the services of the default
 * catalogue: to be changed as data.
 */
export const STARTER_TEMPLATES: readonly TemplateContent[] = [
  ...street,
  ...utilities,
  ...living,
  ...decisions,
];
