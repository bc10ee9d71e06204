import type { Area } from './neighbours.ts';

/** How often the news of an area come. */
export const FREQUENCIES = ['immediate', 'daily', 'weekly'] as const;
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
}
