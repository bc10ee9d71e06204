import type { Question, Service } from '../src/modules/service-requests/index.ts';

/** A service of a test, that asks nothing unless said. */
export const service = (code: string, more: Partial<Service> = {}): Service => ({
  code,
  name: code,
  description: '',
  group: 'Voirie',
  keywords: [],
  questions: [],
  emergencyNotice: null,
  defaultSeverity: 2,
  defaultUrgency: 2,
  targetDays: 30,
  offered: true,
  ...more,
});

/** A question of a test: a short text, optional unless said. */
export const question = (code: string, order: number, more: Partial<Question> = {}): Question => ({
  variable: true,
  code,
  datatype: 'string',
  required: false,
  datatypeDescription: '',
  order,
  description: `Question ${code}`,
  values: [],
  ...more,
});

/** Potholes go to the métropole (its group), lamps to the communes. */
export const CATALOGUE: Service[] = [
  service('nid-de-poule', {
    name: 'Nid-de-poule',
    keywords: ['trou', 'chaussée'],
    defaultSeverity: 3,
    defaultUrgency: 3,
    questions: [
      question('taille', 1, {
        datatype: 'singlevaluelist',
        required: true,
        description: 'Quelle est sa taille ?',
        values: [
          { key: 'petit', name: 'Petit' },
          { key: 'grand', name: 'Grand' },
        ],
      }),
      question('risques', 2, {
        datatype: 'multivaluelist',
        description: 'Pour qui est-il dangereux ?',
        values: [
          { key: 'velos', name: 'Vélos' },
          { key: 'pietons', name: 'Piétons' },
        ],
      }),
    ],
  }),
  service('lampadaire', {
    name: 'Lampadaire en panne',
    group: 'Éclairage public',
    keywords: ['éclairage', 'lumière'],
    targetDays: null,
  }),
  service('ancien', { name: 'Prestation retirée', offered: false }),
];
