import { formatDateTime } from '#lib/i18n/format.ts';
import { words as console, lang } from '../words.ts';
import type { Reading } from './held.ts';
import { privacy as words } from './words.ts';

/** How what is held is read on this page. */
export const reading: Reading = {
  fields: words.fields,
  values: {
    ...console.channels,
    ...console.status,
    ...console.roles,
    ...console.events,
    ...words.values,
  },
  tellAt: (at) => formatDateTime(at, lang),
};
