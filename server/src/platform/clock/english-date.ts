/** Made once: making one costs more than using it a thousand times. */
const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** A day in Paris as English writes it: “24 November 2026”. */
export const englishDate = (instant: Date): string => LONG_DATE.format(instant);
