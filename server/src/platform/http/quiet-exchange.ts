import { EventEmitter } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * A reading of the API from within its own process: the request and the response that Fastify asks
 * of Node.js, and nothing of the streams and sockets beneath, which cost a page more than its SQL.
 *
 * @param handle - Fastify's own handler (`app.routing`)
 * @param asked - a `GET`: what has a body goes another way
 */
export function exchange(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  asked: { url: string; headers: Record<string, string>; remoteAddress: string },
): Promise<ApiAnswer> {
  return new Promise((resolve) => {
    const request = new QuietRequest(asked);
    const response = new QuietResponse(resolve);
    handle(request as never, response as never);
  });
}

class QuietRequest extends EventEmitter {
  readonly method = 'GET';
  readonly httpVersion = '1.1';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly socket: { remoteAddress: string; encrypted: boolean };

  constructor({ url, headers, remoteAddress }: Parameters<typeof exchange>[1]) {
    super();
    this.url = url;
    this.headers = headers;
    this.socket = { remoteAddress, encrypted: false };
  }
}

class QuietResponse extends EventEmitter {
  statusCode = 200;
  headersSent = false;
  writableEnded = false;
  destroyed = false;
  readonly #headers: Record<string, string> = {};
  readonly #parts: string[] = [];
  readonly #ended: (answer: ApiAnswer) => void;

  constructor(ended: (answer: ApiAnswer) => void) {
    super();
    this.#ended = ended;
  }

  setHeader(name: string, value: unknown): this {
    this.#headers[name.toLowerCase()] = String(value);
    return this;
  }
  getHeader(name: string): string | undefined {
    return this.#headers[name.toLowerCase()];
  }
  getHeaders(): Record<string, string> {
    return { ...this.#headers };
  }
  hasHeader(name: string): boolean {
    return name.toLowerCase() in this.#headers;
  }
  removeHeader(name: string): void {
    delete this.#headers[name.toLowerCase()];
  }

  writeHead(status: number, headers: OutgoingHttpHeaders = {}): this {
    this.statusCode = status;
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    this.headersSent = true;
    return this;
  }

  write(part: string | Uint8Array): boolean {
    this.headersSent = true;
    this.#parts.push(typeof part === 'string' ? part : Buffer.from(part).toString());
    return true;
  }

  end(last?: string | Uint8Array | null): this {
    if (this.writableEnded) return this;
    if (last) this.write(last);
    this.headersSent = true;
    this.writableEnded = true;
    this.#ended({
      status: this.statusCode,
      headers: this.#headers,
      body: this.#parts.join(''),
    });
    this.emit('finish');
    return this;
  }

  /** A connection cut short: the reader must hear of it rather than wait. */
  destroy(): this {
    this.destroyed = true;
    if (!this.writableEnded) {
      this.statusCode = 500;
      this.#parts.length = 0;
      this.end();
    }
    return this;
  }
}
