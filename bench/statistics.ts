/** The middle value: what a noisy machine does most of the time. */
export function median(values: number[]): number {
  return percentile(values, 50);
}

/** The value under which `rank` percent of the others lie (nearest rank). */
export function percentile(values: number[], rank: number): number {
  if (values.length === 0) throw new RangeError('No values');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)] as number;
}
