/** What is to be classified. Every part may be missing; what is missing says nothing. */
export interface Example {
  /** As somebody wrote it. */
  text?: string;
  /** Named values that stand for themselves: a type, a district; several values share one weight. */
  tags?: Readonly<Record<string, string | readonly string[]>>;
  /** Degrees WGS 84: becomes the squares of the map that hold it, from coarse to fine. */
  point?: { lat: number; long: number } | null;
  /** Milliseconds since 1970; the recent may weigh more than the old. */
  at?: number;
}

/** An example whose label a person confirmed. */
export interface Labelled extends Example {
  label: string;
}
