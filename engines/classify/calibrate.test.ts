import { describe, expect, it } from 'vitest';
import { findTemperature, findThreshold } from './calibrate.ts';

describe('the temperature', () => {
  it('is where the loss is least', () => {
    expect(findTemperature((at) => (Math.log(at) - Math.log(4)) ** 2)).toBeCloseTo(4, 3);
  });
});

describe('the threshold', () => {
  const outcomes = Array.from({ length: 100 }, (_, at) => ({
    probability: 1 - at / 100,
    right: at < 80,
  }));

  it('lets through as much as the wished precision allows', () => {
    expect(findThreshold(outcomes, 1)).toBeCloseTo(0.21, 9);
    expect(findThreshold(outcomes, 0.8)).toBeCloseTo(0.01, 9);
  });

  it('is the wished precision itself where everything seen was more certain', () => {
    const certain = outcomes.map(() => ({ probability: 0.99, right: true }));
    expect(findThreshold(certain, 0.9)).toBe(0.9);
  });

  it('is 1 when nothing is precise enough, or too little was seen', () => {
    expect(
      findThreshold(
        outcomes.map((one) => ({ ...one, right: false })),
        0.5,
      ),
    ).toBe(1);
    expect(findThreshold(outcomes.slice(0, 20), 0.5)).toBe(1);
  });

  it('never cuts between equals', () => {
    const equals = outcomes.map(({ right }) => ({ probability: 0.5, right }));
    expect(findThreshold(equals, 0.9)).toBe(1);
    expect(findThreshold(equals, 0.8)).toBe(0.5);
  });
});
