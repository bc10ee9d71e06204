import { callOutside, OutsideError } from '../../platform/outbound/index.ts';
import type { RequestForNeighbour } from '../service-requests/index.ts';
import { referenceTo } from '../service-requests/index.ts';
import type { ServiceMap } from './model.ts';
import { readAnswer } from './read-answer.ts';
import type { CallableServer } from './server-keys.ts';

/** What came of a call. `unsure`: a write may have been carried out, its answer is lost. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; why: string }
  | { kind: 'unsure' | 'unreachable'; why: string };

/** A request, and where its photos are read for as long as we keep them. */
export type RequestToPost = Omit<RequestForNeighbour, 'photoIds'> & { photoUrls: string[] };

const GET_LIMITS = { maxBytes: 5_000_000, timeoutMs: 20_000, redirects: 2 };
const POST_LIMITS = { maxBytes: 100_000, timeoutMs: 30_000 };
const DESCRIPTION_LENGTH = 4_000;

/** Posts a request. The key of the act lets a server that knows it recognise a repetition. */
export async function postRequest(
  server: CallableServer,
  networks: readonly string[],
  request: RequestToPost,
  map: ServiceMap,
): Promise<Outcome<{ id?: string; token?: string }>> {
  const answer = await call(
    server,
    networks,
    '/requests.xml',
    formOf(server, request, map),
    request.id,
  );
  if (answer.kind !== 'done') return answer;
  const [posted] = answer.value;
  const { service_request_id: id, token } = posted ?? {};
  if (id) return { kind: 'done', value: { id } };
  if (token) return { kind: 'done', value: { token } };
  return { kind: 'unsure', why: 'La réponse ne donne ni numéro ni jeton.' };
}

/** What became of requests, by their number over there. */
export async function readRequests(
  server: CallableServer,
  networks: readonly string[],
  ids: readonly string[],
): Promise<Outcome<Record<string, string>[]>> {
  return call(
    server,
    networks,
    `/requests.xml?${query(server, { service_request_id: ids.join(',') })}`,
  );
}

/** Looks for a request that may have arrived, by the reference that its description holds. */
export async function findPosted(
  server: CallableServer,
  networks: readonly string[],
  requestId: string,
  since: Date,
): Promise<Outcome<string | undefined>> {
  const start_date = new Date(since.getTime() - 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
  const asked = query(server, { start_date, api_key: server.apiKey });
  const answer = await call(server, networks, `/requests.xml?${asked}`);
  if (answer.kind !== 'done') return answer;
  const found = answer.value.find(({ description }) =>
    description?.includes(referenceTo(requestId)),
  );
  return { kind: 'done', value: found?.service_request_id };
}

export async function readToken(
  server: CallableServer,
  networks: readonly string[],
  token: string,
): Promise<Outcome<string | undefined>> {
  const answer = await call(
    server,
    networks,
    `/tokens/${encodeURIComponent(token)}.xml?${query(server, {})}`,
  );
  return answer.kind === 'done'
    ? { kind: 'done', value: answer.value[0]?.service_request_id || undefined }
    : answer;
}

/** What may be reported over there: what the administrator's « Essayer » shows. */
export function readServices(server: CallableServer, networks: readonly string[]) {
  return call(server, networks, `/services.xml?${query(server, {})}`);
}

async function call(
  server: CallableServer,
  networks: readonly string[],
  path: string,
  form?: URLSearchParams,
  key?: string,
): Promise<Outcome<Record<string, string>[]>> {
  try {
    const { status, body } = await callOutside(server.url.replace(/\/$/, '') + path, {
      ...(form ? POST_LIMITS : GET_LIMITS),
      networks,
      headers: {
        accept: 'text/xml, application/xml, application/json',
        ...(form && { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
        ...(key && { 'idempotency-key': `relay-${key}` }),
      },
      ...(form && { method: 'POST' as const, body: form.toString() }),
    });
    const answer = readAnswer(new TextDecoder().decode(body));
    if (status >= 200 && status < 300 && answer && !answer.isError) {
      return { kind: 'done', value: answer.items };
    }
    const why = answer?.isError
      ? answer.items.map(({ description }) => description).join(' ')
      : `Réponse ${status} qui n’est pas de l’Open311.`;
    // A refusal is one when it is said in the standard's form; a page of a proxy says nothing.
    const isRefusal =
      status >= 400 && status < 500 && ![408, 425, 429].includes(status) && answer?.isError;
    return { kind: isRefusal ? 'refused' : 'unsure', why };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const lost = error.reached && error.fault !== 'address-refused';
    return { kind: lost ? 'unsure' : 'unreachable', why: `${FAULTS[error.fault] ?? error.fault}.` };
  }
}

const FAULTS: Partial<Record<OutsideError['fault'], string>> = {
  'address-refused': 'Cette adresse mène dans un réseau privé (OUTBOUND_NETWORKS)',
  'bad-address': 'Cette adresse n’est pas celle d’un serveur',
  unreachable: 'Le serveur ne répond pas',
  timeout: 'Le serveur n’a pas répondu à temps',
  'too-large': 'La réponse est trop grande',
};

function query({ jurisdictionId }: CallableServer, parameters: Record<string, string>): string {
  return new URLSearchParams({
    ...(jurisdictionId && { jurisdiction_id: jurisdictionId }),
    ...parameters,
  }).toString();
}

/** Who reported is not told to the neighbour: they answer to us, we answer to the resident. */
function formOf(server: CallableServer, request: RequestToPost, map: ServiceMap): URLSearchParams {
  // GeoReport v2 has one address of a photo; what everyone keeps of the others is the description.
  const [media, ...others] = request.photoUrls;
  const photos = others.length > 0 ? `\n\nAutres photos :\n${others.join('\n')}` : '';
  const reference = `${photos}\n\n${referenceTo(request.id)}`;
  const form = new URLSearchParams({
    api_key: server.apiKey,
    ...(server.jurisdictionId && { jurisdiction_id: server.jurisdictionId }),
    service_code: map.code,
    description: request.description.slice(0, DESCRIPTION_LENGTH - reference.length) + reference,
    ...(request.point && { lat: String(request.point.lat), long: String(request.point.long) }),
    ...(request.address && { address_string: request.address }),
    ...(media && { media_url: media }),
  });
  for (const [question, theirs] of Object.entries(map.attributes)) {
    const answer = request.answers[question];
    if (Array.isArray(answer)) for (const one of answer) form.append(`attribute[${theirs}][]`, one);
    else if (answer !== undefined) form.append(`attribute[${theirs}]`, answer);
  }
  return form;
}
