import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { startMailServer } from './mail-server.ts';

/** What we use of hoodiecrow-imap, which has no types. */
interface Hoodiecrow {
  server: Server;
  storage: Record<string, { messages: { raw: string; flags: string[]; uid: number }[] }>;
  listen(port: number, host: string, done: () => void): void;
  appendMessage(folder: string, flags: string[], date: string | false, raw: string): void;
  getMailbox(folder: string): Hoodiecrow['storage'][string] | undefined;
}

const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (
  options: object,
) => Hoodiecrow;

/** A mail as it lies in a folder; the bytes are one character each. */
export interface LyingMail {
  uid: number;
  flags: string[];
  raw: string;
}

export interface TestImapServer {
  /** Of its INBOX. */
  url: string;
  /** Lays a mail in the INBOX, as a mail server would. */
  deliver(raw: string | Buffer): void;
  /** Starts a real SMTP server whose mails come to the INBOX. @returns its URL */
  smtp(options?: SMTPServerOptions): Promise<string>;
  mails(folder?: string): LyingMail[];
  /** How many clients are here. */
  connections(): number;
  /** Cuts every connection; a client has to call again. */
  hangUp(): void;
  close(): Promise<void>;
}

const PLUGINS = [
  'ID',
  'STARTTLS',
  'AUTH-PLAIN',
  'IDLE',
  'UIDPLUS',
  'MOVE',
  'NAMESPACE',
  'ENABLE',
  'UNSELECT',
  'SPECIAL-USE',
];

/** Starts a real IMAP server on a free port, with one account, an INBOX and a folder « Traites ». */
export async function startImapServer({
  plugins = PLUGINS,
}: {
  plugins?: string[];
} = {}): Promise<TestImapServer> {
  const server = hoodiecrow({
    plugins,
    storage: { INBOX: { messages: [] }, '': { folders: { Traites: { messages: [] } } } },
  });
  const sockets = new Set<{ destroy(): void }>();
  const closing: (() => Promise<void>)[] = [];
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const deliver = (raw: string | Buffer) =>
    server.appendMessage('INBOX', [], false, Buffer.from(raw).toString('binary'));
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}/INBOX`,
    deliver,
    connections: () => sockets.size,
    hangUp,
    mails: (folder = 'INBOX') =>
      (server.getMailbox(folder)?.messages ?? []).map(({ uid, flags, raw }) => ({
        uid,
        flags,
        raw,
      })),
    async smtp(options = {}) {
      const smtp = await startMailServer({
        onData(stream, _session, done) {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk) => chunks.push(chunk));
          stream.on('end', () => {
            deliver(Buffer.concat(chunks));
            done();
          });
        },
        ...options,
      });
      closing.push(() => smtp.close());
      return smtp.url;
    },
    async close() {
      for (const close of closing) await close();
      hangUp();
      await new Promise<void>((resolve) => server.server.close(() => resolve()));
    },
  };
}
