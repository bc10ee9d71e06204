/**
 * Finds text that no honest client sends and PostgreSQL cannot keep: a NUL character or half of a
 * surrogate pair.
 *
 * @returns JSON pointer (RFC 6901) of the first such text, or undefined
 */
export function findHostileText(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed() ? pointer : undefined;
  }
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key.includes('\0') || !key.isWellFormed()) return at;
    const found = findHostileText(member, at);
    if (found !== undefined) return found;
  }
  return undefined;
}
