import type { paths } from '#lib/api/schema.d.ts';
import type { Tone } from '#lib/ui/Badge.svelte';

type Read<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type InboundPage = Read<'/api/v1/intake/messages'>;
export type InboundSummary = InboundPage['items'][number];
export type MailboxTrouble = Read<'/api/v1/intake/mailbox-troubles'>['items'][number];
export type InboundDetail = Read<'/api/v1/intake/messages/{id}'>;
export type Decision = 'request' | 'words' | 'set-aside';

export const TONES: Record<InboundSummary['state'], Tone> = {
  received: 'known',
  waiting: 'waiting',
  request: 'done',
  words: 'done',
  bounce: 'neutral',
  stop: 'neutral',
  ignored: 'neutral',
  held: 'waiting',
};

/** « Odile Martin », or what is known of them. */
export function authorOf(
  { hidden, senderName, senderAddress }: InboundSummary,
  otherwise: string,
): string {
  return hidden ? '' : senderName || senderAddress || otherwise;
}

/** « 1,2 Mo ». */
export function tellBytes(bytes: number, lang: string): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const size = unit === 'kilobyte' ? Math.ceil(bytes / 1_000) : bytes / 1_000_000;
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(lang, style).format(size);
}
