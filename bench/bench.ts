/** What a benchmark must reach, and whether it did. */
export interface Goal {
  name: string;
  value: number | string;
  /** As read by a person: `≥ 0.5`. */
  goal: string;
  holds: boolean;
}

export interface Bench {
  /** One line for `--list`. */
  about: string;
  run(context: {
    options: Record<string, string | boolean | undefined>;
    /** Tells how far it is, on stderr. */
    progress(line: string): void;
  }): Promise<{ figures: Record<string, unknown>; goals: Goal[] }>;
}

export function atLeast(name: string, value: number, limit: number): Goal {
  return { name, value: round(value), goal: `≥ ${limit}`, holds: value >= limit };
}

export function atMost(name: string, value: number, limit: number): Goal {
  return { name, value: round(value), goal: `≤ ${limit}`, holds: value <= limit };
}

/** Three significant digits are all that a benchmark knows. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
