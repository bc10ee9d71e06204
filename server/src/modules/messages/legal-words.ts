import { parisInstant } from '../../platform/clock/index.ts';
import { day } from './catalogue-fr.ts';
import type { MailFacts } from './render-mail.ts';

/**
 * What an acknowledgement says of silence, in French whatever the reader's language: it has legal
 * effect. Nothing for what is no administrative demand.
 *
 * @see CRPA R112-11-1 (of 2016-11-07): whether silence accepts or rejects and on which date, then
 *   the attestation of L232-3, or the time and the ways of appeal: two months before the
 *   administrative court (CJA R421-1, R421-2)
 */
export function legalWords({ legal }: Pick<MailFacts, 'legal'>): string[] {
  if (!legal) return [];
  const date = day(parisInstant(legal.lastDay));
  const law = `(${legal.source})`;
  const complete = 'sous réserve que votre demande soit complète';
  return legal.silence === 'acceptance'
    ? [
        `Si vous n’avez pas reçu de décision le ${date}, votre demande sera réputée acceptée à cette date, ${complete} ${law}.`,
        'Vous pourrez alors demander une attestation qui le certifie (code des relations entre le public et l’administration, article L232-3).',
      ]
    : [
        `Si vous n’avez pas reçu de décision le ${date}, votre demande sera réputée rejetée à cette date, ${complete} ${law}.`,
        'Vous pourrez contester ce rejet devant le tribunal administratif dans les deux mois qui suivent cette date. Dans le même délai, vous pouvez aussi nous demander de revoir cette décision (recours gracieux).',
      ];
}
