/** A French number as one says it, in pairs; another as it is dialled. */
export function tellPhone(number: string): string {
  const national = /^\+(?:33|262|590|594|596)(\d{9})$/.exec(number)?.[1];
  return national === undefined ? number : `0${national}`.replace(/(\d{2})(?=\d)/g, '$1\u00a0');
}
