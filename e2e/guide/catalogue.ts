import { fr as common } from '../../web/src/lib/i18n/fr/common.ts';
import { fr as console } from '../../web/src/lib/i18n/fr/console.ts';
import { fr as elected } from '../../web/src/lib/i18n/fr/elected.ts';
import { fr as following } from '../../web/src/lib/i18n/fr/following.ts';
import { fr as intake } from '../../web/src/lib/i18n/fr/intake.ts';
import { fr as log } from '../../web/src/lib/i18n/fr/log.ts';
import { fr as moderation } from '../../web/src/lib/i18n/fr/moderation.ts';
import { fr as privacy } from '../../web/src/lib/i18n/fr/privacy.ts';
import { fr as quietHours } from '../../web/src/lib/i18n/fr/quiet-hours.ts';
import { fr as settings } from '../../web/src/lib/i18n/fr/settings.ts';

const SENTENCES = new Set<string>();

/** Walks through a catalogue. What depends on values is left out: a guide quotes what never varies. */
function gather(words: unknown): void {
  if (typeof words === 'string') SENTENCES.add(words);
  else if (typeof words === 'object' && words !== null) Object.values(words).forEach(gather);
}
gather([
  common,
  console,
  elected,
  following,
  intake,
  log,
  moderation,
  privacy,
  quietHours,
  settings,
]);

// One label of the inbox depends on a number, and is quoted for one.
SENTENCES.add(console.workOrders.clash(1));

/** Whether a screen of the console says these very words. */
export function saidInFrench(words: string): boolean {
  return SENTENCES.has(words);
}
