import { createHash } from 'node:crypto';

const NODE = Buffer.from([1]);

/**
 * The root of the Merkle tree of these digests, in their order.
 *
 * @param leaves - SHA-256 in hexadecimal, at least one
 * @see {@link https://www.rfc-editor.org/rfc/rfc6962#section-2.1} from the hashes of the leaves on
 */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length < 2) return leaves[0] ?? '';
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return createHash('sha256')
    .update(NODE)
    .update(merkleRoot(leaves.slice(0, half)), 'hex')
    .update(merkleRoot(leaves.slice(half)), 'hex')
    .digest('hex');
}
