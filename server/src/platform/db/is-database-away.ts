/** SQLSTATE classes and codes of Node that mean « not now », not « never ». */
const CODES = /^(57P0[1-3]|08\w{3}|53300|40001|40P01|55P03|ECONN\w+|EPIPE|ETIMEDOUT)$/;
/** The driver gives some of its own errors no code. */
const MESSAGES =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|terminating connection/;

/**
 * Whether an error says that the database cannot answer just now: it restarts, is full, or asks to
 * try again. The same act may succeed in a moment.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, cause } = (error ?? {}) as Record<'code' | 'message' | 'cause', unknown>;
  if (CODES.test(String(code)) || MESSAGES.test(String(message))) return true;
  return cause !== undefined && isDatabaseAway(cause);
}
