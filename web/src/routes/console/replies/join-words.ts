/** A chosen reply under what was typed already: nothing written is ever lost. */
export function joinWords(typed: string, reply: string): string {
  return typed.trim() ? `${typed.trimEnd()}\n\n${reply}` : reply;
}

/** What a template left for a person to replace; a resident must never read it. */
export function leftToFill(text: string): string | undefined {
  return /\[(?:à compléter|to complete)[^\]]*\]/.exec(text)?.[0];
}
