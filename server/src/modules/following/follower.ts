import type { MultiLineString, MultiPoint, MultiPolygon } from 'geojson';

/** Where an area lies: the doors or the line of a street, the outline of a park. */
export type AreaShape = MultiPoint | MultiLineString | MultiPolygon;

/** A street, a park or a commune that someone follows. */
export interface Area {
  kind: 'street' | 'park' | 'commune';
  /** Of the place or the commune. */
  id: string;
  name: string;
  communeId: string | null;
  communeName: string;
  /** Null for a commune: requests know theirs. */
  shape: AreaShape | null;
}

/** How often the news of an area come. */
export const FREQUENCIES = ['immediate', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export type Target =
  | { kind: 'request'; requestId: string }
  | { kind: 'area'; area: Area; frequency: Frequency };

/** Someone who asked to be told, beside those who reported. */
export interface Follower {
  id: string;
  /** What opens their page and ends the following: in their messages, and nowhere else. */
  key: string;
  target: Target;
  channel: 'email' | 'sms';
  /** E-mail address in lower case, or E.164 number. */
  address: string;
  language: 'fr' | 'en';
  plain: boolean;
  askedAt: Date;
  /** Null until the owner of the address said yes. */
  confirmedAt: Date | null;
  /** Until when the news of an area were told. */
  toldUntil: Date | null;
}
