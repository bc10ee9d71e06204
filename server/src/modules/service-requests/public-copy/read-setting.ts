import type { Tx } from '../../../platform/db/index.ts';
import { type PublicSetting, USUAL_SETTING } from './model.ts';
import { findSetting } from './store.ts';

/** What this territory shows of its requests, its own decision or the usual one. */
export async function readSetting(tx: Tx, territoryId: string): Promise<PublicSetting> {
  return (await findSetting(tx, territoryId)) ?? USUAL_SETTING;
}
