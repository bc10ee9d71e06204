/** PDF points in a millimetre. */
export const MM = 72 / 25.4;

/** A4, ISO 216. */
export const PAGE = { width: 210 * MM, height: 297 * MM };

export const MARGIN = { left: 20 * MM, right: 20 * MM, top: 20 * MM, bottom: 24 * MM };

export const BODY = { size: 11, leading: 15.5, gap: 8 };
