import Type from 'typebox';

/** Says that an object takes nothing but what it names. */
export const closed = { additionalProperties: false } as const;

export const Id = Type.String({ format: 'uuid' });

/** What somebody wrote: not empty, not blank. */
export const words = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S' });
