import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressAllowed } from './address-allowed.ts';
import { callOutside, type OutsideCall, type OutsideError, type Resolver } from './call-outside.ts';

const ANSWERS: Record<string, RequestListener> = {
  '/hello': (_, response) => response.end('bonjour'),
  '/echo': (request, response) => request.pipe(response),
  '/big': (_, response) => response.end(Buffer.alloc(5_000)),
  '/gzip': (_, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000))),
  '/silent': () => {},
  '/slow': (_, response) => {
    response.write('a');
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('a', () => response.destroy());
  },
  '/away': (_, response) => response.writeHead(302, { location: '/hello' }).end(),
  '/elsewhere': (_, response) =>
    response.writeHead(302, { location: 'http://autre.example/hello' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/metadata': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/inside': (_, response) => response.writeHead(307, { location: 'http://[::1]:1/' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => ANSWERS[request.url ?? '']?.(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const call = (path: string, more: Partial<OutsideCall> = {}) =>
  callOutside(path.startsWith('/') ? origin + path : path, {
    maxBytes: 1_000,
    timeoutMs: 2_000,
    networks: ['127.0.0.1'],
    ...more,
  });
const fault = async (path: string, more: Partial<OutsideCall> = {}) => {
  const error = await call(path, more).then(
    () => undefined,
    (thrown: OutsideError) => thrown,
  );
  return error?.fault;
};

describe('addresses', () => {
  it.each(['93.184.216.34', '2606:4700::1111', '8.8.8.8'])('%s is public', (address) => {
    expect(addressAllowed(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '192.0.2.1',
    '::',
    '::1',
    'fe80::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ville.example',
    '',
  ])('%s is not', (address) => {
    expect(addressAllowed(address)).toBe(false);
  });

  it('of an opened network are allowed, its neighbours not', () => {
    expect(addressAllowed('10.20.3.4', ['10.20.0.0/16', '::1'])).toBe(true);
    expect(addressAllowed('10.21.3.4', ['10.20.0.0/16', '::1'])).toBe(false);
    expect(addressAllowed('::1', ['10.20.0.0/16', '::1'])).toBe(true);
  });
});

describe('a call', () => {
  it('answers', async () => {
    const { status, body } = await call('/hello');
    expect([status, body.toString()]).toEqual([200, 'bonjour']);
    const echo = await call('/echo', { method: 'POST', body: 'été' });
    expect(echo.body.toString()).toBe('été');
  });

  it.each([
    ['http://127.0.0.1:1/', 'address-refused'],
    ['http://2130706433/', 'address-refused'],
    ['http://0x7f.1/', 'address-refused'],
    ['http://[::ffff:127.0.0.1]/', 'address-refused'],
    ['http://localhost:1/', 'address-refused'],
    ['http://169.254.169.254/latest/meta-data/', 'address-refused'],
    ['ftp://ville.example/', 'bad-address'],
    ['http://moi:secret@ville.example/', 'bad-address'],
    ['ici', 'bad-address'],
  ])('to %s: %s', async (address, wanted) => {
    expect(await fault(address, { networks: [] })).toBe(wanted);
  });

  it('gives up on a name as soon as one of its addresses is forbidden', async () => {
    // « localhost » is 127.0.0.1 and, where the machine has it, ::1; neither is opened here.
    expect(await fault('http://localhost:1/', { networks: ['10.0.0.0/8'] })).toBe(
      'address-refused',
    );
  });

  it('to a name that changes its mind goes where the name was checked, and asks it once', async () => {
    const { port } = server.address() as AddressInfo;
    const asked: string[] = [];
    const answering = (...turns: string[][]): Resolver => {
      return (name, _options, done) => {
        asked.push(name);
        const addresses = turns.length > 1 ? turns.shift() : turns[0];
        done(null, addresses?.map((address) => ({ address, family: 4 })) ?? []);
      };
    };
    const to = `http://voisin.example:${port}/hello`;
    const rebinding = answering(['127.0.0.1'], ['127.0.0.2']);
    expect((await call(to, { resolver: rebinding })).body.toString()).toBe('bonjour');
    expect(asked).toEqual(['voisin.example']);
    // The next call checks anew, and one forbidden address among several is enough.
    expect(await fault(to, { resolver: rebinding })).toBe('address-refused');
    const mixed = answering(['127.0.0.1', '169.254.169.254']);
    expect(await fault(to, { resolver: mixed })).toBe('address-refused');
    // So does each redirect: the first name is good, the one that it sends to is not.
    const away = `http://voisin.example:${port}/elsewhere`;
    const sent = answering(['127.0.0.1'], ['127.0.0.2']);
    expect(await fault(away, { resolver: sent, redirects: 2 })).toBe('address-refused');
    expect(asked.at(-1)).toBe('autre.example');
  });

  it.each([
    ['/big', 'too-large'],
    ['/gzip', 'encoded'],
    ['/cut', 'unreachable'],
  ])('of %s: %s', async (path, wanted) => {
    expect(await fault(path)).toBe(wanted);
  });

  it.each(['/silent', '/slow'])('of %s ends in time, and says that it reached', async (path) => {
    const error = await call(path, { timeoutMs: 200 }).catch((thrown: OutsideError) => thrown);
    expect(error).toMatchObject({ fault: 'timeout', reached: true });
  });

  it('where nobody listens did not reach', async () => {
    const error = await call('http://127.0.0.1:1/').catch((thrown: OutsideError) => thrown);
    expect(error).toMatchObject({ fault: 'unreachable', reached: false });
  });

  it('follows a redirect when told to, under the same rules', async () => {
    expect((await call('/away')).status).toBe(302);
    expect((await call('/away', { redirects: 1 })).body.toString()).toBe('bonjour');
    expect(await fault('/loop', { redirects: 3 })).toBe('too-many-redirects');
    expect(await fault('/metadata', { redirects: 3 })).toBe('address-refused');
    expect(await fault('/inside', { redirects: 3 })).toBe('address-refused');
    expect(await fault('/file', { redirects: 3 })).toBe('bad-address');
  });
});
