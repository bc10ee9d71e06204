import { createContext } from 'svelte';
import { common } from './common.ts';
import type { Lang } from './lang.ts';

const [getReader, setReader] = createContext<() => Lang>();

/** Tells the components below in which language the page is; the root layout calls it. */
export const provideLang = setReader;

/** The language of the page, for a component. Call it during initialisation; read it in the markup. */
export function useLang(): { readonly lang: Lang; readonly words: ReturnType<typeof common> } {
  const read = getReader();
  return {
    get lang() {
      return read();
    },
    get words() {
      return common(read());
    },
  };
}
