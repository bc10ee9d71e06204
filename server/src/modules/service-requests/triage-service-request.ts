import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';
import type { Grade } from './model.ts';
import { catalogueOf } from './offered-services.ts';
import { priorityOf } from './priority.ts';

export interface TriageServiceRequest {
  id: string;
  severity: Grade;
  urgency: Grade;
  note?: string | undefined;
}

/** Judges how grave and how urgent a request is; the territory's grid makes its priority. */
export function triageServiceRequest(
  platform: Platform,
  act: Act,
  { id, severity, urgency, note }: TriageServiceRequest,
) {
  return giveCommand(platform, act, id, 'triage', async ({ exposure }) => {
    const { grid } = await catalogueOf(platform, act.territoryId);
    return {
      event: 'triaged',
      change: { severity, urgency, priority: priorityOf(grid, severity, urgency, exposure) },
      reason: note && cleanText(note),
    };
  });
}
