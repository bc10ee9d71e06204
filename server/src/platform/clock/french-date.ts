/** Made once: making one costs more than using it a thousand times. */
const LONG_DATE = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** A day in Paris as French writes it: « 24 novembre 2026 », « 1er décembre 2026 ». */
export function frenchDate(instant: Date): string {
  return LONG_DATE.format(instant).replace(/^1 /, '1er ');
}
