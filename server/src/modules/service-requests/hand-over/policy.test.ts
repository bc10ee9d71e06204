import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../../platform/acts/index.ts';
import { FIELD_RIGHTS, FIELDS, relationOf, rightsOf } from './policy.ts';

const file = {
  organizationId: 'metropole',
  formerOrganizationIds: ['west'],
  orientingOrganizationId: 'orienting',
  concernedOrganizationIds: ['departement'],
};

const someone = (organizationId: string, role: Role = 'desk'): Actor => ({
  kind: 'account',
  id: 'account',
  name: role,
  grants: [{ organizationId, role }],
  scopes: [],
});

describe('one file, several organizations', () => {
  it('knows who is what to it', () => {
    const organizations = ['metropole', 'orienting', 'west', 'departement', 'east'];
    expect(organizations.map((id) => relationOf(file, id))).toEqual([
      'holder',
      'orienting',
      'former',
      'concerned',
      undefined,
    ]);
  });

  it('lets only the holder write to the resident and see who reported', () => {
    for (const [relation, rights] of Object.entries(FIELD_RIGHTS)) {
      expect(rights['words-to-resident'] === 'write').toBe(relation === 'holder');
      expect(rights.contact !== 'none').toBe(relation === 'holder');
      expect(rights.report).not.toBe('none');
      expect(rights['own-notes']).toBe('write');
    }
  });

  it('gives nothing to who has nothing to do with it', () => {
    const rights = rightsOf(someone('east'), file, ['desk']);
    expect(FIELDS.map((field) => rights[field])).toEqual(FIELDS.map(() => 'none'));
  });

  it('gives the widest right to who works for several', () => {
    const both = someone('west');
    both.grants.push({ organizationId: 'metropole', role: 'desk' });
    expect(rightsOf(both, file, ['desk']).contact).toBe('write');
    expect(rightsOf(someone('west'), file, ['desk']).contact).toBe('none');
  });
});
