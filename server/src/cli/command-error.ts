/** A refusal that the person at the keyboard can act on; shown without a trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
