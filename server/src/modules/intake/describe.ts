import type { Inbound, InboundAttachment } from './inbound.ts';

/**
 * What a message says, for whoever reads the request: its subject when it adds something, its words,
 * and that it came with files that only operators can download.
 */
export function describe(message: Inbound, attachments: readonly InboundAttachment[]): string {
  const { text, origin, truncated } = message;
  const subject = message.subject.replace(PREFIXES, '').trim();
  const adds = subject !== '' && !text.toLowerCase().includes(subject.toLowerCase());
  // In a thread, the subject is ours.
  const heading = adds && message.state !== 'words' ? subject : '';
  const documents = attachments.filter(({ fileId }) => fileId === null).length;
  const notes = [
    documents === 1 && '[Un document joint.]',
    documents > 1 && `[${documents} documents joints.]`,
    (truncated || message.leftOut.length > 0) &&
      '[Des pièces jointes, trop lourdes, n’ont pas été gardées.]',
    origin.network &&
      `[Publié sur ${origin.network}${message.sender.name ? ` par ${message.sender.name}` : ''}${origin.url ? ` : ${origin.url}` : ''}]`,
  ].filter((note) => note !== false && note !== undefined && note !== '');
  return [heading, text, notes.join('\n')].filter(Boolean).join('\n\n') || '[Message sans texte.]';
}

const PREFIXES = /^(?:\s*(?:re|tr|fw|fwd|rép)\s?:)+/i;
