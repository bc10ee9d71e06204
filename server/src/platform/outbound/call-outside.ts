import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { addressAllowed } from './address-allowed.ts';

/** What may be wrong with a call, as far as what to do next depends on it. */
export type OutsideFault =
  | 'bad-address'
  | 'address-refused'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'encoded'
  | 'too-many-redirects';

export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  readonly fault: OutsideFault;
  /** Whether the request may have reached the server: a write may have been carried out. */
  readonly reached: boolean;

  constructor(fault: OutsideFault, message: string, reached = false) {
    super(message);
    this.fault = fault;
    this.reached = reached;
  }
}

export interface OutsideCall {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Of the answer's body. */
  maxBytes: number;
  /** For the whole call, redirects included. */
  timeoutMs: number;
  /** How many redirects to follow; each is held to the same rules. None unless said. */
  redirects?: number;
  /** Networks that are not public and may be called all the same. */
  networks?: readonly string[];
  /** What turns a name into addresses; the system's unless said. */
  resolver?: Resolver;
}

/** As `dns.lookup` with `all`. */
export type Resolver = (
  name: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

export interface OutsideAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Calls a server whose address somebody gave us.
 *
 * A name is resolved once, every address that it has is checked, and the connection goes to what
 * was checked: a name that changes its mind between the check and the call gains nothing. A body
 * in a content coding is refused, so that what is small on the wire is small in memory.
 *
 * @throws OutsideError
 */
export async function callOutside(address: string, call: OutsideCall): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  let url = checkedUrl(address, call);
  let { method = 'GET', body } = call;
  for (let hops = call.redirects ?? 0; ; hops--) {
    const answer = await callOnce(
      url,
      { ...call, method, ...(body !== undefined && { body }) },
      signal,
    );
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.status) || location === undefined || call.redirects === undefined) {
      return answer;
    }
    if (hops === 0) throw new OutsideError('too-many-redirects', 'too many redirects', true);
    if (!URL.canParse(location, url.href))
      throw new OutsideError('bad-address', 'redirect to nowhere');
    url = checkedUrl(new URL(location, url).href, call);
    if (answer.status <= 303) [method, body] = ['GET', undefined];
  }
}

/** An HTTP address without credentials, and not one that names a forbidden host by number. */
function checkedUrl(address: string, { networks }: OutsideCall): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new OutsideError('bad-address', 'not an http(s) address without credentials');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // What is a number is never resolved: it is checked here, in the one form that URL gives it.
  if (isIP(host) !== 0 && !addressAllowed(host, networks)) throw refused(host);
  return url;
}

function callOnce(url: URL, call: OutsideCall, signal: AbortSignal): Promise<OutsideAnswer> {
  const { method, headers, body, networks, resolver } = call;
  const options: RequestOptions = {
    method,
    // A connection of its own: one kept open was checked for another name.
    agent: false,
    signal,
    lookup: checkedLookup(networks, resolver),
    headers: {
      'accept-encoding': 'identity',
      'user-agent': 'Cantonnier',
      ...headers,
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    },
  };
  return new Promise((resolveCall, reject) => {
    let reached = false;
    const fail = (error: Error) =>
      reject(
        error instanceof OutsideError
          ? new OutsideError(error.fault, error.message, error.reached || reached)
          : signal.aborted
            ? new OutsideError('timeout', 'no answer in time', reached)
            : new OutsideError('unreachable', error.message, reached),
      );
    const start: typeof httpRequest = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = start(url, options);
    request.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        reached = true;
      });
    });
    request.on('error', fail);
    request.on('response', (response) => {
      readBody(response, call).then(
        (bytes) =>
          resolveCall({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }),
        (error: Error) => {
          request.destroy();
          fail(error);
        },
      );
    });
    request.end(body);
  });
}

async function readBody(response: IncomingMessage, { maxBytes }: OutsideCall): Promise<Buffer> {
  const coding = response.headers['content-encoding'];
  if (coding !== undefined && coding !== 'identity') {
    throw new OutsideError('encoded', `content coding ${coding}`);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw new OutsideError('too-large', `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  if (!response.complete) throw new OutsideError('unreachable', 'the answer was cut');
  return Buffer.concat(chunks);
}

/** Resolves a name, and gives up when any of its addresses is forbidden. */
function checkedLookup(
  networks: readonly string[] = [],
  resolve: Resolver = lookup,
): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { all: true, family: options.family ?? 0 }, (error, addresses) => {
      const forbidden = addresses?.find(({ address }) => !addressAllowed(address, networks));
      const [first] = (addresses ?? []) as [LookupAddress?];
      if (error || !first) return done(error ?? new Error('no address'), '', 0);
      if (forbidden) return done(refused(forbidden.address), '', 0);
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}

const refused = (address: string) =>
  new OutsideError('address-refused', `${address} is not a public address`);
