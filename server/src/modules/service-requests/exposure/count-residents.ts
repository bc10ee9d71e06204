/** How one may be reached, as far as somebody said. */
export interface Reachable {
  email: string | null;
  phone: string | null;
}

/** Digits of a French number that tell one line from another, whatever its prefix. */
const LINE_DIGITS = 9;

/**
 * How many different residents stand behind a request: whoever reported it, those whose reports were
 * joined to it, those who follow it.
 *
 * Insisting is not being several: two reports that share an address or a number are one person's, and
 * all those who left neither count as one, since nothing tells them apart.
 */
export function countResidents(people: readonly Reachable[]): number {
  const groups: Set<string>[] = [];
  let isAnyUnknown = false;
  for (const person of people) {
    const keys = keysOf(person);
    if (keys.length === 0) {
      isAnyUnknown = true;
      continue;
    }
    const same = groups.filter((group) => keys.some((key) => group.has(key)));
    const joined = new Set([...keys, ...same.flatMap((group) => [...group])]);
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.length + (isAnyUnknown ? 1 : 0);
}

function keysOf({ email, phone }: Reachable): string[] {
  const digits = phone?.replace(/\D/g, '') ?? '';
  const address = email?.trim().toLowerCase();
  return [
    ...(address ? [`mail:${withoutTag(address)}`] : []),
    ...(digits.length >= LINE_DIGITS ? [`tel:${digits.slice(-LINE_DIGITS)}`] : []),
  ];
}

/** `odile+2@…` is Odile's too (RFC 5233 subaddress). */
const withoutTag = (address: string) => address.replace(/\+[^@]*(?=@)/, '');
