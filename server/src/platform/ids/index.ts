/** Identifiers made by the program, never by the database. */
export { uuidOf } from './uuid-of.ts';
export { firstUuidv7, isUuidv7, timeOfUuidv7, uuidv7 } from './uuidv7.ts';
