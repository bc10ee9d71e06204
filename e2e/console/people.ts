import type { Role } from '../../server/src/platform/acts/index.ts';

/** Who works in the town hall of the tests, and what each may do. */
export const PEOPLE = {
  claire: { name: 'Claire Morel', roles: ['dispatcher'] },
  marc: { name: 'Marc Petit', roles: ['dispatcher'] },
  ana: { name: 'Ana Roux', roles: ['desk'] },
  denis: { name: 'Denis Faure', roles: ['director'] },
  adele: { name: 'Adèle Noir', roles: ['administrator'] },
  sophie: { name: 'Sophie Blanc', roles: ['auditor'] },
  paul: { name: 'Paul Vidal', roles: ['elected'] },
} as const satisfies Record<string, { name: string; roles: Role[] }>;
export type Colleague = keyof typeof PEOPLE;

export const emailOf = (who: Colleague) => `${who}@ouestville.example`;
