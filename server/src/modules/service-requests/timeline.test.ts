import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../platform/events/index.ts';
import { SERVICE_REQUEST_EVENTS } from './events.ts';
import { timelineOf } from './timeline.ts';

const TOWN = '01890000-0000-7000-8000-000000000001';
const names = new Map([[TOWN, { name: 'Ouestville', kind: 'commune' as const }]]);

/** An event that says all that any story reads. */
const event = (type: string): StoredEvent => ({
  id: '01890000-0000-7000-8000-0000000000ff',
  territoryId: TOWN,
  type,
  subject: TOWN,
  organizationId: TOWN,
  actor: { kind: 'system', id: null, name: 'test' },
  at: new Date('2026-11-24T09:00:00Z'),
  data: {
    public: true,
    clock: 'resolution',
    channel: 'phone',
    dueAt: '2026-11-30T23:30:00Z',
    scheduledStart: '2026-11-30T23:30:00Z',
    leaderReceivedAt: '2026-11-30T23:30:00Z',
    duplicatesCount: 2,
    fromOrganizationId: TOWN,
    toOrganizationId: TOWN,
    refusalReason: 'not-our-road',
    rejectionReason: 'not-found',
    agency: 'Ouestville',
    number: '12',
  },
  reason: 'Words of the town',
});

const READERS = ['resident', 'follower'] as const;
const TYPES = Object.values(SERVICE_REQUEST_EVENTS);

describe.each(READERS)('the story of a request for a %s', (reader) => {
  it.each(TYPES)('%s is told in English wherever it is told in French', (type) => {
    const [french] = timelineOf([event(type)], names, reader);
    const [english] = timelineOf([event(type)], names, reader, 'en');
    expect(english === undefined).toBe(french === undefined);
    if (!french || !english) return;
    if (french.title !== 'Message') expect(english.title).not.toBe(french.title);
    const told = `${english.title} ${english.detail ?? ''}`;
    expect(told).not.toMatch(/[éèàçù«]|\bdemande\b|undefined|null/i);
    expect(Boolean(english.detail)).toBe(Boolean(french.detail));
  });

  it.each(TYPES)('%s is for the same readers in easy words', (type) => {
    const [french] = timelineOf([event(type)], names, reader);
    const [plain] = timelineOf([event(type)], names, reader, 'plain');
    expect(plain?.public).toBe(french?.public);
  });
});

it('keeps notes between colleagues from residents, whatever the words', () => {
  const note = { ...event('service-request.commented'), data: { public: false } };
  for (const voice of ['fr', 'plain', 'en'] as const) {
    expect(timelineOf([note], names, 'resident', voice)).toEqual([]);
  }
});
