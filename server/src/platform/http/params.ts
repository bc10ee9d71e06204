import Type from 'typebox';

/** The path parameter of everything that has an id. */
export const idParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
