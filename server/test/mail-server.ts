import { type AddressInfo, connect, createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** What a mail server received: the envelope, and the mail as it travelled. */
export interface ReceivedMail {
  from: string;
  to: string[];
  data: string;
}

export interface TestMailServer {
  url: string;
  received: ReceivedMail[];
  close(): Promise<void>;
}

/** Starts a real mail server on a free port; it accepts everything unless `options` refuse. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          data: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A line to a mail server that breaks once, in the middle of the first mail. */
export async function startBrokenLine(url: string): Promise<Omit<TestMailServer, 'received'>> {
  let cut = false;
  const line = createServer((client) => {
    const server = connect(Number(new URL(url).port), '127.0.0.1');
    client.on('error', () => {});
    server.on('error', () => {});
    client.on('data', (chunk) => {
      if (cut || !chunk.includes('MIME-Version')) {
        server.write(chunk);
        return;
      }
      cut = true;
      client.destroy();
      server.destroy();
    });
    server.pipe(client);
    client.on('close', () => server.destroy());
  });
  return listening(line);
}

/** A machine that takes the call and never says a word. */
export function startMuteServer(): Promise<Omit<TestMailServer, 'received'>> {
  return listening(createServer((client) => client.on('error', () => {})));
}

async function listening(server: ReturnType<typeof createServer>) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => void server.close(),
  };
}

/** The value of a header, unfolded. */
export function headerOf(mail: string, name: string): string | undefined {
  const found = new RegExp(`^${name}:(.*(?:\\r\\n\\s.*)*)`, 'mi').exec(mail);
  return found?.[1]?.replace(/\s+/g, ' ').trim();
}
