import { once } from 'node:events';
import { createServer, request } from 'node:http';

/** The product seen through a door that can pretend that another build has been put in place. */
export interface NextVersion {
  readonly url: string;
  /** From now on the service worker is one comment longer, as another build's would differ. */
  publish(): void;
  close(): Promise<void>;
}

export async function serveNextVersion(product: string): Promise<NextVersion> {
  let published = false;
  const server = createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const isWorker = incoming.url === '/service-worker.js';
    const plain = isWorker ? { ...headers, 'accept-encoding': 'identity' } : headers;
    const forwarded = request(new URL(incoming.url ?? '/', product), { method, headers: plain });
    incoming.pipe(forwarded);
    forwarded.on('error', () => outgoing.destroy());
    forwarded.on('response', (answer) => {
      const { 'content-length': _length, etag: _etag, ...kept } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, isWorker ? kept : answer.headers);
      answer.pipe(outgoing, { end: false });
      answer.on('end', () => outgoing.end(isWorker && published ? '\n// next' : undefined));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    publish: () => {
      published = true;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
