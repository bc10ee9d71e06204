/**
 * Cuts a paragraph into lines, ragged right: justified text opens rivers between words that people
 * with dyslexia lose their way in. A no-break space holds its words together; a word longer than
 * the line is cut.
 *
 * @param widthOf - of a text, in the unit of `width`
 */
export function breakLines(
  paragraph: string,
  width: number,
  widthOf: (text: string) => number,
): string[] {
  return paragraph.split('\n').flatMap((line) => breakLine(line.trim(), width, widthOf));
}

function breakLine(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((one) => cutWord(one, width, widthOf))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Parts of a word that each hold in a line; nearly always the word itself. */
function cutWord(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && widthOf(part + character) > width) {
      parts.push(part);
      part = character;
    } else part += character;
  }
  return [...parts, part];
}
