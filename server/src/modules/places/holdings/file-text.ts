import { refusal } from './plan-import.ts';

/**
 * The text of a file that a browser sent.
 *
 * @throws Problem `holdings-refused` (422) when it is not UTF-8
 */
export function textOfFile(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    const reason = 'le fichier n’est pas en UTF-8 : enregistrez-le en CSV UTF-8';
    throw refusal([{ line: 1, reason }]);
  }
}
