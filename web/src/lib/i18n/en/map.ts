import type { fr } from '../fr/map.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  attribution: 'Who drew the base map',
  failedTitle: 'The map cannot be shown',
  failed: 'Your device or your network does not allow it. The list says the same.',
  keyboardPick: 'Arrows: move. + and −: zoom in, zoom out. Enter: choose the centre.',
};
