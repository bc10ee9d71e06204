import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSealedWith, openSecret, sealSecret } from './sealed-secret.ts';

const [key, former, stranger] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const SECRET = 'clé-du-voisin-é';

describe('a sealed secret', () => {
  it('shows nothing, is another each time, and opens where it was sealed for', () => {
    const sealed = sealSecret([key], SECRET, 'ici');
    expect(Buffer.from(sealed.split(':')[2] ?? '', 'base64url').toString()).not.toContain('voisin');
    expect(sealSecret([key], SECRET, 'ici')).not.toBe(sealed);
    expect(openSecret([key], sealed, 'ici')).toBe(SECRET);
    expect(openSecret([key], sealed, 'ailleurs')).toBeUndefined();
  });

  it('opens with a former key that is still given, and says that it is to be sealed anew', () => {
    const sealed = sealSecret([former], SECRET, 'ici');
    expect(openSecret([key, former], sealed, 'ici')).toBe(SECRET);
    expect(isSealedWith([key, former], sealed)).toBe(false);
    expect(isSealedWith([former], sealed)).toBe(true);
    expect(openSecret([stranger], sealed, 'ici')).toBeUndefined();
  });

  it('that somebody changed, cut or wrote in clear does not open', () => {
    const sealed = sealSecret([key], SECRET, 'ici');
    for (let at = 'sealed:'.length; at < sealed.length; at += 7) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(openSecret([key], changed, 'ici'), changed).toBeUndefined();
    }
    for (const text of ['', SECRET, sealed.slice(0, 20), 'sealed::']) {
      expect(openSecret([key], text, 'ici')).toBeUndefined();
    }
  });
});
