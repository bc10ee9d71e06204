import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Inbound } from './inbound.ts';
import { judge } from './model.ts';
import { lastHourOf, type Reading } from './read-mail.ts';

/** What was said in public makes a request like any other: it is not served before them. */
export async function understandSocial(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  message: Inbound,
): Promise<Reading> {
  const lastHour = await lastHourOf(platform, tx, territoryId, message);
  const verdict = judge({ hasWords: message.text.trim() !== '', references: [], lastHour });
  return { message, attachments: [], verdict };
}
