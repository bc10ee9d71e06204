/** In which words residents read: French, French that is easy to read (FALC), English. */
export type Voice = 'fr' | 'plain' | 'en';
