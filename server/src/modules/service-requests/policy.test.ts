import { describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS, ROLES, type Role } from '../../platform/acts/index.ts';
import { COMMANDS } from './model.ts';
import {
  allowed,
  type Governed,
  mayCommand,
  mayImport,
  mayList,
  mayRead,
  mayReadContact,
  maySubmit,
  scopeOf,
} from './policy.ts';

const someone = (role: Role, organizationId = 'ours'): Actor => ({
  kind: 'account',
  id: 'account',
  name: role,
  grants: [{ organizationId, role }],
  scopes: [],
});
const ours: Governed = {
  organizationId: 'ours',
  formerOrganizationIds: [],
  orientingOrganizationId: null,
  concernedOrganizationIds: [],
  assignment: 'certain',
  contested: false,
  status: 'received',
  hasWorkOrder: false,
  isMerged: false,
};
const nobodys = { ...ours, organizationId: null };
const handedOver = { ...ours, organizationId: 'theirs', formerOrganizationIds: ['ours'] };
const rolesThat = (may: (actor: Actor) => boolean) => ROLES.filter((role) => may(someone(role)));

describe('who may', () => {
  it('report: everyone by the web, the front line for others', () => {
    expect(maySubmit(ANONYMOUS, 'web')).toBe(true);
    expect(maySubmit(ANONYMOUS, 'phone')).toBe(false);
    expect(rolesThat((actor) => maySubmit(actor, 'phone'))).toEqual([
      'desk',
      'dispatcher',
      'director',
    ]);
  });

  it('read: people of the organization, but those who have nothing to do with it', () => {
    expect(rolesThat((actor) => mayRead(actor, ours))).toEqual([
      'desk',
      'dispatcher',
      'expert',
      'elected',
      'director',
      'auditor',
    ]);
    expect(mayRead(someone('crew'), { ...ours, hasWorkOrder: true })).toBe(true);
    expect(mayRead(ANONYMOUS, ours)).toBe(false);
    for (const role of ROLES) expect(mayRead(someone(role, 'theirs'), ours)).toBe(false);
  });

  it('read what they handed over, without touching it any more', () => {
    expect(mayRead(someone('desk'), handedOver)).toBe(true);
    expect(mayReadContact(someone('desk'), handedOver)).toBe(false);
    expect(allowed(someone('director'), handedOver)).toEqual(['comment']);
  });

  it('see who reported: only those who may call back', () => {
    expect(rolesThat((actor) => mayReadContact(actor, ours))).toEqual([
      'desk',
      'dispatcher',
      'director',
    ]);
  });

  it.each([
    ['triage', ['dispatcher', 'director']],
    ['answer', ['desk', 'dispatcher', 'director']],
    ['reject', ['dispatcher', 'director']],
    ['accept', ['desk', 'dispatcher', 'director']],
    ['refuse', ['desk', 'dispatcher', 'director']],
    ['correct', ['desk', 'dispatcher', 'director']],
    ['transfer', ['desk', 'dispatcher', 'director']],
    ['reopen', ['dispatcher', 'director']],
    ['comment', ['desk', 'dispatcher', 'expert', 'director']],
    ['moderate', ['desk', 'dispatcher', 'director']],
  ] as const)('%s: %j', (command, roles) => {
    expect(rolesThat((actor) => mayCommand(actor, ours, command))).toEqual(roles);
    expect(mayCommand(ANONYMOUS, ours, command)).toBe(false);
    for (const role of ROLES)
      expect(mayCommand(someone(role, 'theirs'), ours, command)).toBe(false);
  });

  it('deal with what nobody has: read it and hand it to whom it belongs', () => {
    const handlers = ['desk', 'dispatcher', 'director'];
    expect(rolesThat((actor) => mayRead(actor, nobodys))).toEqual(handlers);
    expect(allowed(someone('dispatcher'), nobodys)).toEqual([
      'transfer',
      'correct',
      'comment',
      'merge',
      'moderate',
    ]);
    expect(COMMANDS.filter((command) => mayCommand(ANONYMOUS, nobodys, command))).toEqual([]);
  });

  it('change the catalogue: the administrator', () => {
    expect(rolesThat(mayImport)).toEqual(['administrator']);
    expect(mayList(someone('administrator'))).toBe(false);
  });
});

describe('the scope of lists', () => {
  it('is the actor’s organizations, and what nobody has for who may hand it over', () => {
    expect(scopeOf(someone('desk'))).toEqual({
      organizationIds: ['ours'],
      workOnlyIds: [],
      unassigned: true,
    });
    expect(scopeOf(someone('elected')).unassigned).toBe(false);
    expect(scopeOf(someone('crew'))).toEqual({
      organizationIds: [],
      workOnlyIds: ['ours'],
      unassigned: false,
    });
    expect(scopeOf(ANONYMOUS).organizationIds).toEqual([]);
  });
});
