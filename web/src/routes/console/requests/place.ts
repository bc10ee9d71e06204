/** « 14 boulevard du Nord, Montserein »: an address may already name its commune. */
export function tellPlace(address: string, communeName: string | null): string {
  if (!communeName || address.includes(communeName)) return address;
  return address ? `${address}, ${communeName}` : communeName;
}
