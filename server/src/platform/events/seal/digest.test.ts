import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { merkleRoot } from './merkle-root.ts';

it('writes JSON in one way only (RFC 8785 §3.2.2 and §3.2.3)', () => {
  const value = {
    numbers: [1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000F\nA\'B"\\\\"/',
    literals: [null, true, false],
    left: undefined,
  };
  expect(canonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\u0080': 5 })).toBe(
    '{"\\r":2,"1":3,"\u0080":5,"€":1,"😀":4}',
  );
});

it('makes the root of a tree as RFC 6962 §2.1 does', () => {
  const leaf = (n: number) =>
    createHash('sha256')
      .update(Buffer.from([0, n]))
      .digest('hex');
  const node = (left: string, right: string) =>
    createHash('sha256')
      .update(Buffer.from(`01${left}${right}`, 'hex'))
      .digest('hex');
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map(leaf) as [string, string, string, string, string];
  expect(merkleRoot([a])).toBe(a);
  expect(merkleRoot([a, b, c])).toBe(node(node(a, b), c));
  expect(merkleRoot([a, b, c, d, e])).toBe(node(node(node(a, b), node(c, d)), e));
});
