import ipaddr from 'ipaddr.js';

/**
 * Whether we may connect to the address: a public one, or one of the networks that the
 * installation opened (`OUTBOUND_NETWORKS`).
 *
 * Loopback, private, link-local (where clouds keep their metadata), shared, multicast, reserved,
 * IPv4 hidden in IPv6: everything that the registries do not call global unicast is refused.
 *
 * @param networks - in CIDR notation, or single addresses
 * @see {@link https://www.iana.org/assignments/iana-ipv4-special-registry}
 */
export function addressAllowed(text: string, networks: readonly string[] = []): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast' || networks.some((network) => contains(network, address));
}

function contains(network: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [base = '', prefix] = network.split('/');
  const parsed = ipaddr.parse(base);
  if (parsed.kind() !== address.kind()) return false;
  const length = prefix === undefined ? (parsed.kind() === 'ipv4' ? 32 : 128) : Number(prefix);
  return address.match(parsed as ipaddr.IPv4, length);
}
