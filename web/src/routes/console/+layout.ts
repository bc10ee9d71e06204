import { isLang } from '#lib/i18n/lang.ts';
import type { LayoutLoad } from './$types.js';

export const csr = true;
export const ssr = false;

/** The page's own `lang` attribute says the language, so that nothing is asked of the network. */
export const load: LayoutLoad = () => {
  const { lang } = document.documentElement;
  return { lang: isLang(lang) ? lang : ('fr' as const) };
};
