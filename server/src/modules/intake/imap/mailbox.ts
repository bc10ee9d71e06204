import type { ImapFlowOptions } from 'imapflow';

/** A mailbox to read. */
export interface Mailbox {
  /** What its messages' keys begin with: never its password. */
  name: string;
  folder: string;
  /** Where what was taken charge of is put away; it stays in its folder when null. */
  archive: string | null;
  /** A host name or a code that tells the territory, when there are several. */
  territory: string | null;
  connection: ImapFlowOptions;
}

const SECOND_MS = 1_000;

/**
 * Reads the address of a mailbox: `imaps://account:password@server:993/folder?archive=Traités`.
 *
 * A password never crosses a network in clear: `imap://` asks for STARTTLS, but on this machine.
 */
export function readMailboxUrl(text: string): Mailbox {
  const url = new URL(text);
  const secure = url.protocol === 'imaps:';
  const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
  const user = decodeURIComponent(url.username);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const usualPort = secure ? 993 : 143;
  const port = Number(url.port) || usualPort;
  const isHere = /^(?:localhost|127(?:\.\d+){3}|::1)$/.test(host);
  return {
    // Two servers of one host are told apart by their ports; the usual ones go without saying, so
    // that a town which passes from one to the other reads on where it was.
    name: `${user}@${port === usualPort ? host : `${url.hostname}:${port}`}/${folder}`,
    folder,
    archive: url.searchParams.get('archive'),
    territory: url.searchParams.get('territory'),
    connection: {
      host,
      port,
      secure,
      ...(!secure && { doSTARTTLS: !isHere }),
      auth: { user, pass: decodeURIComponent(url.password) },
      logger: false,
      connectionTimeout: 15 * SECOND_MS,
      greetingTimeout: 15 * SECOND_MS,
      socketTimeout: 5 * 60 * SECOND_MS,
      // Providers hang up an IDLE after half an hour (RFC 2177), routers much sooner.
      maxIdleTime: 4 * 60 * SECOND_MS,
      autoIdleDelay: SECOND_MS,
    },
  };
}
