/**
 * The line, counted from 1, on which each element of the top-level array `features` begins.
 *
 * `JSON.parse` forgets where things stood; a person who must correct a file needs to know.
 *
 * @param json - a text that `JSON.parse` accepts
 */
export function featureLines(json: string): number[] {
  const lines: number[] = [];
  const open: string[] = [];
  let line = 1;
  let featuresDepth = 0;
  let expectsElement = false;
  let lastString = '';
  for (let position = 0; position < json.length; position++) {
    const character = json[position] as string;
    if (character === '\n') line++;
    if (/\s/.test(character)) continue;
    if (expectsElement && open.length === featuresDepth && character !== ']') lines.push(line);
    expectsElement = false;
    if (character === '"') {
      const end = endOfString(json, position);
      lastString = json.slice(position + 1, end);
      position = end;
    } else if (character === '{' || character === '[') {
      const isFeatures = open.length === 1 && character === '[' && lastString === 'features';
      open.push(character);
      if (isFeatures) {
        featuresDepth = open.length;
        expectsElement = true;
      }
    } else if (character === '}' || character === ']') {
      open.pop();
      if (open.length < featuresDepth) featuresDepth = 0;
    } else if (character === ',') {
      expectsElement = featuresDepth > 0 && open.length === featuresDepth;
    }
  }
  return lines;
}

/** The line, counted from 1, of a position in a text. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) {
    line++;
  }
  return line;
}

/** Position of the closing quote. A raw line feed cannot stand in a JSON string. */
function endOfString(json: string, start: number): number {
  let position = start + 1;
  while (json[position] !== '"') position += json[position] === '\\' ? 2 : 1;
  return position;
}
