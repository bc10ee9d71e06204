/**
 * The number in the form that machines dial (ITU-T E.164), as a French resident types it: with
 * spaces, points or hyphens, from « 06 39 98 12 34 » to « +33 (0)6 39 98 12 34 ».
 *
 * French numbers have their own country codes overseas (Arcep, plan national de numérotation,
 * décision 2018-0881): a number dialled « 0692 … » is +262, not +33. A number of another country
 * is believed when it begins with « + » or « 00 ».
 *
 * @returns `null` when nobody can be called by it: too short, a short number (3977), letters
 */
export function toE164(typed: string): string | null {
  const dialled = typed.replace(/\(0\)/g, '').replace(/[\s().\u00a0\u202f-]/g, '');
  if (!/^\+?\d{4,16}$/.test(dialled)) return null;
  const abroad = /^(?:\+|00)([1-9]\d{6,14})$/.exec(dialled)?.[1];
  if (abroad !== undefined) return fromAbroad(abroad);
  const national = /^0([1-9]\d{8})$/.exec(dialled)?.[1];
  return national === undefined ? null : `+${countryOf(national)}${national}`;
}

/** Whether a text can reach the number, as far as its first digits tell; abroad, one may try. */
export function isMobile(e164: string): boolean {
  const french = /^\+(?:33|262|508|590|594|596)(\d{3})\d+$/.exec(e164)?.[1];
  return french === undefined || /^[67]/.test(french);
}

/** « +33 06 … » is often typed, and the zero is then one too many. */
function fromAbroad(digits: string): string | null {
  const french = /^(33|262|508|590|594|596)0?([1-9]\d*)$/.exec(digits);
  if (!french) return `+${digits}`;
  const [, country, national = ''] = french;
  if (country === '508')
    return national.length === 6 || national.length === 9 ? `+508${national}` : null;
  return national.length === 9 ? `+${country}${national}` : null;
}

/** 06 39 98 is not Mayotte's: Arcep keeps it for numbers of fiction. */
const OVERSEAS: readonly [prefix: RegExp, country: string][] = [
  [/^(262|263|269|639(?!98)|69[23])/, '262'],
  [/^(590|69[01])/, '590'],
  [/^(594|694)/, '594'],
  [/^(596|69[67])/, '596'],
  [/^508/, '508'],
];

function countryOf(national: string): string {
  return OVERSEAS.find(([prefix]) => prefix.test(national))?.[1] ?? '33';
}
