/** The seal of the log, as those who may verify it read it. */
export const fr = {
  sealedNever: 'Le journal n’est pas encore scellé : il l’est toutes les dix minutes.',
  verifiedNever: 'Le journal est scellé ; il n’a pas encore été relu.',
  verifiedUntil: (moment: string) => `Journal vérifié jusqu’au ${moment}.`,
  read: (count: string, moment: string) => `${count} actes relus le ${moment}.`,
  waiting: (count: number) =>
    count > 1
      ? `${count} actes attendent le prochain sceau.`
      : `${count} acte attend le prochain sceau.`,
  head: (seal: number) => `Sceau n° ${seal}`,
  headWhy:
    'Notez ce numéro et cette empreinte hors du serveur, ou faites-les signer : on saura toujours si le journal les contient encore.',
  verify: 'Vérifier',
  verifying: 'Relecture du journal en cours…',
  slow: 'La relecture continue. Revenez dans quelques minutes.',
  broken: 'Le journal n’est plus celui qui a été scellé',
  brokenWhy: (count: number, moment: string) =>
    count > 1
      ? `${count} écarts trouvés à la relecture du ${moment}. Prévenez votre responsable de la sécurité avant toute chose.`
      : `${count} écart trouvé à la relecture du ${moment}. Prévenez votre responsable de la sécurité avant toute chose.`,
  fault: (seal: number, kind: string) => `Sceau n° ${seal} : ${kind}`,
  faults: {
    'event-changed': 'un acte a été modifié',
    'words-changed': 'les mots d’un acte ont été modifiés',
    'event-missing': 'un acte a disparu',
    'event-added': 'un acte a été ajouté après coup',
    'leaves-changed': 'les empreintes des actes ont été modifiées',
    'seal-changed': 'le sceau ne suit plus celui d’avant',
    'seal-missing': 'le sceau manque',
    'head-lost': 'ce sceau, déjà vu, n’est plus dans la chaîne',
  },
};
