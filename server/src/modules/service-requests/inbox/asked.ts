import type { BoundingBox } from '../../../platform/geo/index.ts';
import type { Assignment, Grade, Status } from '../model.ts';
import type { Scope } from '../policy.ts';
import type { PublicWindow } from '../public-copy/public-window.ts';
import type { ResidentMark } from '../resident-mark.ts';

export interface Filters {
  statuses?: readonly Status[] | undefined;
  serviceCode?: string | undefined;
  serviceGroup?: string | undefined;
  communeId?: string | undefined;
  minSeverity?: Grade | undefined;
  box?: BoundingBox | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  /** Whether a work order answers it. */
  hasWorkOrder?: boolean | undefined;
  assignment?: Assignment | undefined;
  /** Still open, and promised for before `to`. */
  due?: { from?: Date; to: Date } | undefined;
  /** What it has to do with its resident just now. */
  resident?: ResidentMark | undefined;
  words?: Words | undefined;
  /** What everyone may see, when everyone looks. */
  window?: PublicWindow | undefined;
}

/**
 * Words to find: as people type them (quotes, `or`, a minus), or mended, in the language of
 * PostgreSQL's `to_tsquery`.
 */
export type Words = { typed: string } | { mended: string };

export type Sort = 'priority' | 'newest' | 'oldest' | 'updated';

/** Where the page before ended. */
export interface After {
  /** {@link DISPUTED} while those are not all shown. */
  priority: Grade | typeof DISPUTED;
  receivedAt: Date;
  id: string;
}

/**
 * Whose requests to read. `everyone` is for public pages only: they show nobody's words, and nothing
 * that nobody has sorted yet.
 * `followedBy` are those of another organization that these ones handed over, orient, or act beside.
 */
export type Reach = 'everyone' | Scope | { followedBy: string[]; organizationId: string };

/** Rank, before the first priority, of what a follower says is not done: somebody was told a lie. */
export const DISPUTED = 0;
