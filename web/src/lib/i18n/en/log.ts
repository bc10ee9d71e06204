import type { fr } from '../fr/log.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {
  sealedNever: 'The log is not sealed yet: it is every ten minutes.',
  verifiedNever: 'The log is sealed; it has not been read again yet.',
  verifiedUntil: (moment) => `Log verified up to ${moment}.`,
  read: (count, moment) => `${count} acts read again on ${moment}.`,
  waiting: (count) =>
    count > 1 ? `${count} acts wait for the next seal.` : `${count} act waits for the next seal.`,
  head: (seal) => `Seal no. ${seal}`,
  headWhy:
    'Note this number and digest outside the server, or have them signed: one will always know whether the log still holds them.',
  verify: 'Verify',
  verifying: 'Reading the log again…',
  slow: 'The reading goes on. Come back in a few minutes.',
  broken: 'The log is no longer what was sealed',
  brokenWhy: (count, moment) =>
    `${count} ${count > 1 ? 'differences' : 'difference'} found at the reading of ${moment}. Warn whoever is in charge of security first.`,
  fault: (seal, kind) => `Seal no. ${seal}: ${kind}`,
  faults: {
    'event-changed': 'an act was changed',
    'words-changed': 'the words of an act were changed',
    'event-missing': 'an act is gone',
    'event-added': 'an act was added afterwards',
    'leaves-changed': 'the digests of the acts were changed',
    'seal-changed': 'the seal no longer follows the one before',
    'seal-missing': 'the seal is missing',
    'head-lost': 'this seal, seen before, is no longer in the chain',
  },
};
