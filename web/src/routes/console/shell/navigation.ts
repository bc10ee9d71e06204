import { elected } from '../elected/words.ts';
import { moderation } from '../moderation/words.ts';
import type { Role } from '../session/session.svelte.ts';
import { words } from '../words.ts';

interface Destination {
  href: string;
  label: string;
  /** Who has business there; the server decides anyway. */
  roles: readonly Role[];
}

const HANDLERS = ['desk', 'dispatcher', 'director'] as const;
export const READERS = [...HANDLERS, 'expert', 'elected', 'auditor'] as const;

/** Where the bar at the top leads, in the order of a day. */
export const destinations: readonly Destination[] = [
  { href: '/console', label: words.nav.inbox, roles: READERS },
  { href: '/console/nouvelle', label: words.nav.entry, roles: HANDLERS },
  { href: '/console/messages', label: words.nav.messages, roles: HANDLERS },
  { href: '/console/interventions', label: words.nav.workOrders, roles: READERS },
  { href: '/console/courriers', label: words.nav.letters, roles: HANDLERS },
  {
    href: '/console/reponses',
    label: words.nav.replies,
    roles: [...HANDLERS, 'expert', 'administrator', 'auditor'],
  },
  {
    href: '/console/indicateurs',
    label: words.nav.figures,
    roles: ['director', 'elected', 'dispatcher', 'auditor'],
  },
  { href: '/console/a-relire', label: moderation.nav, roles: HANDLERS },
  { href: '/console/elus', label: elected.nav, roles: ['elected', 'director'] },
  {
    href: '/console/administration',
    label: words.nav.administration,
    roles: ['administrator', 'auditor', 'director'],
  },
];
