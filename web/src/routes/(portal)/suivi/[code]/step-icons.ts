import type { IconName } from '#lib/ui/icons.ts';

/** A drawing beside each step: those who read with difficulty find their way by it. */
export const STEP_ICONS: Record<string, IconName | undefined> = {
  'service-request.received': 'mail',
  'service-request.triaged': 'list',
  'service-request.accepted': 'check',
  'service-request.refused': 'cross',
  'service-request.transferred': 'arrow-right',
  'service-request.waiting': 'info',
  'service-request.resident-wrote': 'person',
  'service-request.planned': 'clock',
  'service-request.started': 'wrench',
  'service-request.done': 'check',
  'service-request.answered': 'mail',
  'service-request.rejected': 'cross',
  'service-request.reopened': 'refresh',
};
