import type { ParsedMail } from './parse-mail.ts';

/** What a mail server says of a mail that it could not deliver. */
export interface DeliveryReport {
  /** True when it will not try again. */
  failed: boolean;
  /** Whom it could not reach, lower case. */
  recipients: string[];
  /** Message-IDs in what it returns of the mail. */
  returnedIds: string[];
}

/**
 * Reads a delivery status notification (RFC 3464).
 *
 * It proves nothing: anyone can write one. Whoever believes it checks that the Message-ID and the
 * recipient are those of a mail that we sent.
 *
 * @returns `undefined` for any other mail
 */
export function readBounce(mail: ParsedMail, raw: Buffer): DeliveryReport | undefined {
  if (!/^multipart\/report\b/i.test(mail.contentType)) return undefined;
  const status = mail.attachments.find(
    ({ declaredType }) => declaredType.toLowerCase() === 'message/delivery-status',
  );
  if (!status) return undefined;
  const fields = status.content.toString('latin1').slice(0, LONGEST);
  return {
    failed: /^action:\s*failed\b/im.test(fields),
    recipients: [
      ...fields.matchAll(
        /^(?:final|original)-recipient:\s*[\w-]+\s*;\s*<?([^\s<>]+@[^\s<>]+)>?/gim,
      ),
    ].map(([, address]) => (address as string).toLowerCase()),
    returnedIds: returnedIds(raw),
  };
}

const LONGEST = 100_000;

/** Of the mail that is returned, whole or its headers alone: below the report's own head. */
function returnedIds(raw: Buffer): string[] {
  const text = raw.subarray(0, 1_000_000).toString('latin1');
  const body = text.slice(text.search(/\r?\n\r?\n/));
  return [...body.matchAll(/^message-id:\s*(?:\r?\n\s+)?(<[^<>\s]{1,250}>)/gim)].map(
    ([, id]) => id as string,
  );
}
