/** Secrets that others gave us (keys of their servers), sealed before they are stored. */
export { isSealed, isSealedWith, openSecret, sealSecret } from './sealed-secret.ts';
