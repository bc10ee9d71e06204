import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formerHolders, HOP_LIMIT, nextHolder } from './model.ts';

const passing = {
  hops: 0,
  holderId: 'commune',
  formerIds: [],
  refusedIds: [],
  orientingId: 'metropole',
};

describe('who has a request next', () => {
  it('is whom the rules name', () => {
    expect(nextHolder(passing, 'departement')).toEqual({
      organizationId: 'departement',
      hops: 1,
      contested: false,
    });
  });

  it('is who orients when nobody is named, or when it was there already', () => {
    const oriented = { organizationId: 'metropole', hops: 1, contested: true };
    expect(nextHolder(passing, null)).toEqual(oriented);
    expect(nextHolder({ ...passing, refusedIds: ['departement'] }, 'departement')).toEqual(
      oriented,
    );
    expect(nextHolder({ ...passing, formerIds: ['departement'] }, 'departement')).toEqual(oriented);
  });

  it('stays with who orients once it has changed hands often enough', () => {
    expect(nextHolder({ ...passing, hops: HOP_LIMIT - 1 }, 'new')).toEqual({
      organizationId: 'metropole',
      hops: HOP_LIMIT,
      contested: true,
    });
  });
});

describe('whatever organizations pass it to', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'metropole'];
  const wanted = fc.array(fc.option(fc.constantFrom(...names)), { maxLength: 40 });

  it('hops are bounded, nobody gets it twice, it is always somebody’s', () => {
    fc.assert(
      fc.property(wanted, fc.boolean(), (targets, refuses) => {
        let holderId: string | null = 'a';
        let formerIds: string[] = [];
        let refusedIds: string[] = [];
        let hops = 0;
        const holders = [holderId];
        for (const target of targets) {
          const gives: string | null = holderId;
          if (refuses && gives) refusedIds = [...refusedIds, gives];
          const asked = { hops, holderId: gives, formerIds, refusedIds, orientingId: 'metropole' };
          const next = nextHolder(asked, target);
          formerIds = formerHolders(formerIds, gives, next.organizationId);
          ({ organizationId: holderId, hops } = next);
          if (next.contested) {
            expect(holderId).toBe('metropole');
            break;
          }
          expect(holders).not.toContain(holderId);
          holders.push(holderId as string);
        }
        expect(holderId).not.toBeNull();
        expect(hops).toBeLessThanOrEqual(HOP_LIMIT);
      }),
    );
  });
});
