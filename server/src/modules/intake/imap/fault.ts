/** Why a mailbox cannot be read, as far as what to do about it depends on it. */
export const MAILBOX_FAULTS = [
  'refused',
  'unreachable',
  'unknown-host',
  'insecure',
  'no-folder',
] as const;
export type MailboxFault = (typeof MAILBOX_FAULTS)[number];

/**
 * What is wrong, from what the attempt to open the mailbox threw.
 *
 * @see {@link https://nodejs.org/api/errors.html#nodejs-error-codes} and imapflow's own
 *   `authenticationFailed` and `responseStatus`
 */
export function mailboxFaultOf(error: unknown): MailboxFault {
  const { code, authenticationFailed, responseStatus } = (error ?? {}) as {
    code?: unknown;
    authenticationFailed?: boolean;
    responseStatus?: string;
  };
  if (authenticationFailed) return 'refused';
  // Servers say NO (RFC 3501, section 6.3.1) or BAD of a folder that they do not have.
  if (responseStatus === 'NO' || responseStatus === 'BAD') return 'no-folder';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-host';
  if (/CERT|TLS|SSL|UNABLE_TO_(?:VERIFY|GET)/.test(String(code))) return 'insecure';
  return 'unreachable';
}
