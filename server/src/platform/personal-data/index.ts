/** Personal data: what each part of the program holds of people, said where it is held. */
export type {
  Erased,
  Expired,
  Expiry,
  PersonalData,
  ProcessingDeclaration,
} from './personal-data.ts';
export {
  addressesOf,
  ownItems,
  readSought,
  readSubject,
  type Sighting,
  type Sought,
  type Subject,
} from './subject.ts';
