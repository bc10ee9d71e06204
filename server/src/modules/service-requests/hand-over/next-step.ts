import type { Text } from '../../../platform/problem/index.ts';
import { NEXT_STEPS } from '../labels.ts';
import type { ServiceRequest } from '../service-request.ts';

/** What comes next, as a resident reads it: first of all, who will say whose it is. */
export function nextStepOf(
  { status, assignment }: Pick<ServiceRequest, 'status' | 'assignment'>,
  holderName: string | null,
): Text {
  if (assignment === 'certain' || status !== 'received') return NEXT_STEPS[status];
  return holderName === null
    ? {
        fr: 'Nous cherchons quel service est compétent. Vous n’avez rien à refaire.',
        en: 'We are finding which service is in charge. You need do nothing more.',
      }
    : {
        fr: `${holderName} vérifie que cette demande relève bien de ses services, ou trouve qui doit agir. Vous n’avez rien à refaire.`,
        en: `${holderName} is checking that this report is theirs, or finding who must act. You need do nothing more.`,
      };
}
