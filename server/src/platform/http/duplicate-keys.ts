/**
 * Finds a member name that stands twice in one object of a JSON text.
 *
 * `JSON.parse` keeps the last one silently, another program may keep the first: I-JSON forbids
 * them (RFC 7493 §2.3) and so do we.
 *
 * @param json - a text that `JSON.parse` accepts
 * @returns the repeated name, or undefined
 */
export function findDuplicateKey(json: string): string | undefined {
  const open: (Set<string> | null)[] = [];
  let position = 0;
  while (position < json.length) {
    const character = json[position];
    if (character === '"') {
      const end = endOfString(json, position);
      const keys = open.at(-1);
      if (keys && nextToken(json, end) === ':') {
        const key: string = JSON.parse(json.slice(position, end));
        if (keys.has(key)) return key;
        keys.add(key);
      }
      position = end;
      continue;
    }
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(null);
    else if (character === '}' || character === ']') open.pop();
    position++;
  }
  return undefined;
}

/** Index just after the closing quote. */
function endOfString(json: string, start: number): number {
  let position = start + 1;
  while (json[position] !== '"') position += json[position] === '\\' ? 2 : 1;
  return position + 1;
}

function nextToken(json: string, from: number): string | undefined {
  let position = from;
  while (/\s/.test(json[position] ?? '')) position++;
  return json[position];
}
