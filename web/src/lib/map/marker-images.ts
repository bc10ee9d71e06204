import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Tone } from '#lib/ui/Badge.svelte';
import { icons } from '#lib/ui/icons.ts';
import { palette } from './palette.ts';

/** Image names, one a tone: the shape says what the colour says. */
const markerImage = (tone: Tone) => `marker-${tone}`;
export const PICKED_IMAGE = 'picked';

const SIDE = 28;
const RATIO = 2;

const DRAWINGS: Record<Tone, { fill: string; ink: string; icon: string }> = {
  waiting: { fill: palette.signal, ink: palette.ink, icon: icons.alert },
  known: { fill: palette.known, ink: palette.raised, icon: icons.clock },
  done: { fill: palette.done, ink: palette.raised, icon: icons.check },
  neutral: { fill: palette.neutral, ink: palette.raised, icon: icons.cross },
};

/** Draws the markers once, for the map's own memory: nothing is fetched. */
export function addMarkerImages(map: MapLibreMap): void {
  for (const tone of Object.keys(DRAWINGS) as Tone[]) {
    map.addImage(markerImage(tone), drawMarker(tone), { pixelRatio: RATIO });
  }
  map.addImage(PICKED_IMAGE, drawPin(), { pixelRatio: RATIO });
}

function drawMarker(tone: Tone): ImageData {
  const { fill, ink, icon } = DRAWINGS[tone];
  return draw(SIDE, SIDE, (pen) => {
    pen.fillStyle = fill;
    pen.strokeStyle = palette.raised;
    pen.lineWidth = 2;
    pen.beginPath();
    // What wants a hand is a diamond, as on the road; the rest is round.
    if (tone === 'waiting') pen.roundRect(...rotated(pen, 4.6));
    else pen.arc(SIDE / 2, SIDE / 2, 11.5, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    pen.setTransform(RATIO, 0, 0, RATIO, 0, 0);
    pen.translate(SIDE / 2 - 7, SIDE / 2 - 7);
    pen.scale(14 / 24, 14 / 24);
    pen.strokeStyle = ink;
    pen.lineWidth = 3.2;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.stroke(new Path2D(icon));
  });
}

/** Turns the paper by 45°, so that a square comes out as a diamond. */
function rotated(pen: CanvasRenderingContext2D, margin: number) {
  pen.translate(SIDE / 2, SIDE / 2);
  pen.rotate(Math.PI / 4);
  const side = SIDE - 2 * margin;
  return [-side / 2, -side / 2, side, side, 3] as const;
}

/** The pin of a chosen place; its point is at the bottom of the picture. */
function drawPin(): ImageData {
  return draw(40, 46, (pen) => {
    pen.scale(40 / 24, 40 / 24);
    pen.translate(0, 1);
    pen.fillStyle = palette.signal;
    pen.strokeStyle = palette.ink;
    pen.lineWidth = 1.6;
    pen.lineJoin = 'round';
    const pin = new Path2D(icons.pin);
    pen.fill(pin);
    pen.stroke(pin);
  });
}

function draw(
  width: number,
  height: number,
  act: (pen: CanvasRenderingContext2D) => void,
): ImageData {
  const paper = document.createElement('canvas');
  paper.width = width * RATIO;
  paper.height = height * RATIO;
  const pen = paper.getContext('2d');
  if (!pen) throw new Error('This browser draws no picture.');
  pen.scale(RATIO, RATIO);
  act(pen);
  return pen.getImageData(0, 0, paper.width, paper.height);
}
