import Type from 'typebox';
import { SOURCES } from './suggestion.ts';

const Share = Type.Number({ minimum: 0, maximum: 1 });

export const SuggestionsQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 2_000 }),
});

export const Suggestions = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        service: Type.Object({
          code: Type.String(),
          name: Type.String(),
          description: Type.String(),
          group: Type.String(),
        }),
        score: Share,
        words: Type.Array(Type.String(), { description: 'Les mots qui ont compté, sans accents' }),
        source: Type.Enum([...SOURCES], {
          description: 'Les mots du catalogue, ou les demandes déjà traitées',
        }),
      }),
    ),
    sure: Type.Boolean({
      description: 'Faux : montrez aussi tout le catalogue. Vrai ou faux, une personne choisit.',
    }),
  },
  { title: 'Suggestions' },
);

const figures = {
  examples: Type.Integer(),
  services: Type.Integer(),
  tested: Type.Integer(),
  first: Share,
  firstThree: Share,
  catalogueFirst: Share,
  catalogueFirstThree: Share,
  sure: Share,
  sureRight: Share,
};

export const ClassifierView = Type.Object(
  {
    /** How many confirmed requests it takes. */
    least: Type.Integer(),
    current: Type.Unsafe<{
      version: number;
      trainedAt: string;
      figures: Record<keyof typeof figures, number>;
    } | null>({
      ...Type.Object({
        version: Type.Integer(),
        trainedAt: Type.String({ format: 'date-time' }),
        figures: Type.Object(figures),
      }),
      type: ['object', 'null'],
    }),
  },
  { title: 'ServiceClassifier' },
);
