/** Where a job is. */
interface Place {
  point: { lat: number; long: number } | null;
  address: string;
  communeName: string;
}

/** The address and the commune, which many addresses already end with. */
export function placeLines({ address, communeName }: Omit<Place, 'point'>): string[] {
  const lines = address.endsWith(communeName) ? [address] : [address, communeName];
  return lines.filter(Boolean);
}

/**
 * The link that opens the phone's own map with the way to the place: the `geo:` scheme (RFC 5870)
 * with the pin that Android understands, or Apple's maps, which do not know it.
 */
export function wayTo({ point, ...named }: Place, apple: boolean): string {
  const words = placeLines(named).join(', ');
  const there = point ? `${point.lat},${point.long}` : '';
  if (apple) return `https://maps.apple.com/?daddr=${there || encodeURIComponent(words)}`;
  const query = point ? `${there}(${encodeURIComponent(words)})` : encodeURIComponent(words);
  return `geo:${there || '0,0'}?q=${query}`;
}

export const isApple = (userAgent: string): boolean => /iPhone|iPad|Macintosh/.test(userAgent);
