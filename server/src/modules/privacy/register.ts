import type { Act } from '../../platform/acts/index.ts';
import { listEvents } from '../../platform/events/index.ts';
import type { PersonalData } from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import {
  findTerritory,
  mayAdministerTerritory,
  mayAuditTerritory,
  organizationsById,
} from '../organizations/index.ts';
import { PRIVACY_EVENTS } from './events.ts';
import { type PrivacyContact, readPrivacySetting } from './store.ts';

/** Changes of durations that are shown. */
const CHANGES = 5;

/** @throws Problem `forbidden` (403) but for administrators of the territory */
export async function ensureMayAdminister(platform: Platform, { actor, territoryId }: Act) {
  const organizations = await organizationsById(platform, platform.db.read, territoryId);
  ensure(mayAdministerTerritory(actor, [...organizations.values()]), commonProblems.forbidden);
}

/**
 * Reads the register and answers people about their data: administrators of the territory, and its
 * auditors, as whom a data protection officer comes.
 *
 * @throws Problem `forbidden` (403)
 */
export async function ensureMayAnswer(platform: Platform, { actor, territoryId }: Act) {
  const byId = await organizationsById(platform, platform.db.read, territoryId);
  const organizations = [...byId.values()];
  const may =
    mayAdministerTerritory(actor, organizations) || mayAuditTerritory(actor, organizations);
  ensure(may, commonProblems.forbidden);
}

/** How long a kind is kept here: as the territory set, or as its declaration says. */
export const daysOf = ({ declaration }: PersonalData, retention: Record<string, number>) =>
  declaration.retention && (retention[declaration.code] ?? declaration.retention.days);

/** The register of processing, from the declarations of the code and the territory's durations. */
export async function readRegister(platform: Platform, act: Act, held: readonly PersonalData[]) {
  await ensureMayAnswer(platform, act);
  const { read } = platform.db;
  const { retention, contact, version } = await readPrivacySetting(read, act.territoryId);
  const changes = await listEvents(read, act.territoryId, {
    type: PRIVACY_EVENTS.retentionChanged,
    limit: CHANGES,
  });
  return {
    version,
    contact: contact ?? (await contactOfTown(platform, act.territoryId)),
    items: held.map((each) => ({ ...each.declaration, days: daysOf(each, retention) })),
    changes: changes.map(({ at, actor, reason }) => ({
      at: at.toISOString(),
      by: actor.name,
      reason,
    })),
  };
}

/** What everyone may read of it: no column, no change, no version. */
export async function readPublicRegister(
  platform: Platform,
  territoryId: string,
  held: readonly PersonalData[],
) {
  const { retention, contact } = await readPrivacySetting(platform.db.read, territoryId);
  return {
    contact: contact ?? (await contactOfTown(platform, territoryId)),
    items: held.map((each) => {
      const { code, name, purpose, legalBasis, people, data, recipients, since, erasure } =
        each.declaration;
      return {
        code,
        name,
        purpose,
        legalBasis,
        people,
        data: data.map(({ kind }) => kind),
        recipients,
        days: daysOf(each, retention),
        since,
        erasure,
      };
    }),
  };
}

/** Until somebody says otherwise, the town answers for itself. */
async function contactOfTown(platform: Platform, territoryId: string): Promise<PrivacyContact> {
  const town = await findTerritory(platform.db.read, territoryId);
  return {
    controller: town?.name ?? '',
    officer: '',
    email: town?.contact.email ?? '',
    phone: town?.contact.phone ?? '',
    address: town?.contact.address ?? '',
  };
}
