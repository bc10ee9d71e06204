import { MARGIN, MM } from '../../../platform/print/index.ts';

/**
 * Where the recipient's address stands.
 *
 * A French DL envelope (110 × 220 mm) has its window of 35 × 100 mm at 20 mm from the right and
 * from the bottom (NF Z 10-011): from 100 to 200 mm across, from 55 to 90 mm down. A sheet of
 * 210 × 99 mm, folded in three, moves in it by 10 mm across and 11 mm down. On the sheet the window
 * therefore shows at least x 100–190, y 55–79, and at most x 90–200, y 44–90: the address keeps to
 * the first, everything else keeps out of the second.
 */
export const ADDRESS = { left: 102 * MM, top: 55 * MM, width: 86 * MM, height: 24 * MM };

/** What the window may show at most: nothing but the address. */
export const WINDOW = { left: 90 * MM, top: 44 * MM, right: 200 * MM, bottom: 90 * MM };

/** The sender keeps to the left of the window. */
export const SENDER = { left: MARGIN.left, top: MARGIN.top, width: 66 * MM };

/** Under the window, and under the first fold (99 mm). */
export const HEADING_TOP = 98 * MM;

export const QR_SIDE = 26 * MM;
