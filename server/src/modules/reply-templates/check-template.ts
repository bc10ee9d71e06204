import type { FieldError } from '../../platform/problem/index.ts';
import { problems } from './problems.ts';
import { parseTemplate, type Segment, type TemplateFault, VARIABLES } from './variables.ts';

/**
 * Cuts the subject and the body at their variables.
 *
 * @throws Problem `unsound-template` (422) with every unknown variable and lonely brace
 */
export function checkTemplate({ subject, body }: { subject: string; body: string }): {
  subject: Segment[];
  body: Segment[];
} {
  const [ofSubject, ofBody] = [parseTemplate(subject), parseTemplate(body)];
  const errors = [
    ...ofSubject.faults.map((fault) => describe('/subject', fault)),
    ...ofBody.faults.map((fault) => describe('/body', fault)),
  ];
  if (errors.length > 0) {
    throw problems.unsoundTemplate({ errors: errors.slice(0, MOST) });
  }
  return { subject: ofSubject.segments, body: ofBody.segments };
}

/** A page of braces is one mistake, not ten thousand. */
const MOST = 20;

const KNOWN = VARIABLES.map((variable) => `{${variable}}`).join(', ');

function describe(pointer: string, { kind, written }: TemplateFault): FieldError {
  if (kind === 'unknown-variable') {
    return {
      pointer,
      detail: {
        fr: `La variable « ${written} » n’existe pas. Celles qui existent : ${KNOWN}.`,
        en: `There is no variable “${written}”. There are: ${KNOWN}.`,
      },
    };
  }
  return {
    pointer,
    detail: {
      fr: `Une accolade est seule, près de « ${written} ». Doublez-la pour l’écrire telle quelle.`,
      en: `A brace stands alone, near “${written}”. Double it to write it as it is.`,
    },
  };
}
