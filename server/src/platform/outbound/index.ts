/** Calls to servers whose addresses came from outside: bounded, and never into our own network. */
export { addressAllowed } from './address-allowed.ts';
export {
  callOutside,
  type OutsideAnswer,
  type OutsideCall,
  OutsideError,
  type OutsideFault,
} from './call-outside.ts';
