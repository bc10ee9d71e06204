/** « 1 adresse », « 2 adresses », « 25 000 adresses »; the plural begins at two in French. */
export function inWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString('fr-FR')} ${count < 2 ? one : many}`;
}
