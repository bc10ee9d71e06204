import { defineProblems } from '../../platform/problem/index.ts';

export const problems = defineProblems('organizations', {
  unknownOrganization: {
    status: 422,
    title: { fr: 'Cet organisme est inconnu', en: 'Unknown organization' },
    detail: {
      fr: 'Aucun organisme du territoire n’a l’identifiant {organizationId}.',
      en: 'No organization of the territory has the id {organizationId}.',
    },
  },
  unsoundCompetence: {
    status: 422,
    title: { fr: 'Cette règle de compétence se contredit', en: 'Unsound competence rule' },
    detail: {
      fr: 'La règle « {rule} » vise une prestation ou un groupe, pas les deux, doit commencer avant de finir, et ne déclare des voies ou des lieux que si elle dit « d’intérêt communautaire ».',
      en: 'The rule “{rule}” is about a service or a group, not both, must begin before it ends, and declares roads or places only when it says “of community interest”.',
    },
  },
  historyKept: {
    status: 422,
    title: { fr: 'Ce qui a valu reste écrit', en: 'What held stays written' },
    detail: {
      fr: 'Une règle déjà entrée en vigueur ne change qu’à partir d’un jour postérieur à son début et antérieur à sa fin, et ne prend fin qu’à partir d’aujourd’hui.',
      en: 'A rule already in force only changes from a day after its beginning and before its end, and only ends from today on.',
    },
  },
  organizationExists: {
    status: 409,
    title: { fr: 'Cet organisme existe déjà', en: 'Organization already exists' },
    detail: {
      fr: 'Le code {code} est déjà celui d’un organisme du territoire.',
      en: 'The code {code} already belongs to an organization of the territory.',
    },
  },
  crewExists: {
    status: 409,
    title: { fr: 'Cette équipe existe déjà', en: 'Crew already exists' },
    detail: {
      fr: 'Une équipe de cet organisme s’appelle déjà « {name} ».',
      en: 'A crew of this organization is already called “{name}”.',
    },
  },
  boundariesRefused: {
    status: 422,
    title: { fr: 'Les contours sont refusés', en: 'Boundaries refused' },
    detail: {
      fr: 'Rien n’a été importé. À corriger dans le fichier : {faults}',
      en: 'Nothing was imported. To fix in the file: {faults}',
    },
  },
});
