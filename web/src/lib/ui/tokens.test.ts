import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The value of a custom property, as `#rrggbb`. */
function colour(name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (!value) throw new Error(`--${name} is not a colour of tokens.css`);
  return value;
}

/** Relative luminance of a colour (WCAG 2.2, definition of "relative luminance"). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast between two colours, from 1 to 21 (WCAG 2.2, definition of "contrast ratio"). */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => x - y);
  return ((light as number) + 0.05) / ((dark as number) + 0.05);
}

const TEXTS = {
  paper: ['ink', 'ink-soft', 'known', 'known-deep', 'done', 'signal-ink'],
  'paper-raised': ['ink', 'ink-soft', 'known', 'known-deep', 'done', 'signal-ink'],
  'paper-sunk': ['ink', 'ink-soft', 'known'],
  'known-paper': ['ink', 'ink-soft', 'known'],
  'done-paper': ['ink', 'ink-soft', 'done'],
  'signal-paper': ['ink', 'ink-soft', 'signal-ink'],
  'signal-paper-deep': ['ink'],
  signal: ['ink'],
  known: ['paper-raised'],
  'known-deep': ['paper-raised'],
  done: ['paper-raised'],
};

test.each(Object.entries(TEXTS))('on %s, text stands at 7:1 (WCAG 1.4.6)', (paper, inks) => {
  for (const ink of inks) expect(contrast(ink, paper), ink).toBeGreaterThanOrEqual(7);
});

test.each(['paper', 'paper-raised'])('on %s, the edge of a control stands at 3:1', (paper) => {
  expect(contrast('line-strong', paper)).toBeGreaterThanOrEqual(3);
});
