/** Identifiers made by the program, never by the database. */
export { firstUuidv7, isUuidv7, timeOfUuidv7, uuidv7 } from './uuidv7.ts';
