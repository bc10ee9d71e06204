import type { Reaction } from '../../platform/events/index.ts';
import { hearNews } from './hear-news.ts';

/** What this module hears: the steps of requests in the areas that somebody follows. */
export const reactions: Reaction[] = [hearNews];
