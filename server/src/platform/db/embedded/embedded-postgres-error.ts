/** The embedded database cannot run here; the message, in French, tells an administrator what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
