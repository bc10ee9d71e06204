import { parseArgs } from 'node:util';
import { findTerritory, listTerritoryIds } from '../modules/organizations/index.ts';
import type { Config } from '../platform/config/index.ts';
import { type Fault, type FaultKind, type Head, verifyLog } from '../platform/events/index.ts';
import type { Platform } from '../platform/platform.ts';
import { openPlatform } from '../program.ts';
import { CommandError } from './command-error.ts';
import { inWords } from './in-words.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

const USAGE =
  'Usage : cantonnier audit verify [--head NUMÉRO:EMPREINTE]\n' +
  '        --head : un sceau noté hors du serveur ; la chaîne doit encore le contenir';

/**
 * `cantonnier audit verify`: reads the log of every territory again and says whether it is what was
 * sealed. Changes nothing in the log; ends in error when something does not agree.
 */
export async function audit(config: Config, args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { head: { type: 'string' } },
  });
  if (positionals.join(' ') !== 'verify') throw new CommandError(USAGE);
  const head = values.head === undefined ? undefined : readHead(values.head);
  const { platform, stop } = await openPlatform(config);
  try {
    process.stdout.write(`${await verifyInWords(platform, head)}\n`);
  } finally {
    await stop();
  }
}

/**
 * @param head - a seal that was noted elsewhere, when there is one territory only
 * @returns what was found, in French, territory by territory
 * @throws CommandError naming each fault
 */
export async function verifyInWords(platform: Platform, head?: Head): Promise<string> {
  const territoryIds = await listTerritoryIds(platform.db.read);
  if (head && territoryIds.length !== 1) {
    throw new CommandError('« --head » ne se lit que là où il y a un seul territoire.');
  }
  const lines: string[] = [];
  let broken = false;
  for (const territoryId of territoryIds) {
    const name = (await findTerritory(platform.db.read, territoryId))?.name ?? territoryId;
    const found = await verifyLog(platform, territoryId, head ? [head] : []);
    if (found.faults.length > 0) {
      broken = true;
      lines.push(`${name} : LE JOURNAL A ÉTÉ ALTÉRÉ`, ...found.faults.map(tell));
    } else if (found.sealedUntil === null) {
      lines.push(`${name} : aucun sceau encore ; le premier vient dans les dix minutes.`);
    } else {
      const until = MOMENT.format(found.sealedUntil);
      const acts = inWords(found.events, 'acte', 'actes');
      const seals = inWords(found.number, 'sceau', 'sceaux');
      lines.push(
        `${name} : journal intact jusqu’au ${until}, ${acts} sous ${seals}.`,
        `  À noter hors du serveur : --head ${found.number}:${found.hash}`,
      );
    }
  }
  if (broken) throw new CommandError(lines.join('\n'));
  return lines.join('\n') || 'Aucun territoire n’est installé ici.';
}

const KINDS: Record<FaultKind, string> = {
  'event-changed': 'cet acte n’est plus celui qui a été scellé',
  'words-changed': 'les mots de cet acte ont été changés',
  'event-missing': 'un acte scellé a disparu',
  'event-added': 'cet acte a été glissé parmi ceux qui étaient scellés',
  'leaves-changed': 'les empreintes des actes de ce sceau ont été changées',
  'seal-changed': 'ce sceau ne suit pas le précédent',
  'seal-missing': 'ce sceau a disparu',
  'head-lost': 'la chaîne ne contient plus ce sceau, qui avait été noté',
};

function tell({ kind, seal, eventId, at }: Fault): string {
  const where = eventId ? `, acte ${eventId}` : '';
  const when = at ? `, ${MOMENT.format(new Date(at))}` : '';
  return `  Sceau n° ${seal}${where}${when} : ${KINDS[kind]}.`;
}

function readHead(text: string): Head {
  const [, number, hash = ''] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!number) throw new CommandError(USAGE);
  return { number: Number(number), hash };
}
