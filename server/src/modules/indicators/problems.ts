import { defineProblems } from '../../platform/problem/index.ts';

export const problems = defineProblems('indicators', {
  impossiblePeriod: {
    status: 422,
    title: { fr: 'Cette période ne peut pas être comptée', en: 'This period cannot be counted' },
    detail: {
      fr: 'Donnez un premier jour, puis un dernier, à cinq ans d’écart au plus.',
      en: 'Give a first day, then a last one, at most five years apart.',
    },
  },
});
