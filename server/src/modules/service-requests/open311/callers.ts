import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findTerritory } from '../../organizations/index.ts';
import { Open311Refusal } from './errors.ts';
import { type Parameters, readText } from './read-query.ts';
import type { Format } from './serialize.ts';

const WRITE = 'open311:write';
const LONGEST_KEY = 200;

/** The parameters of a call, wherever they stand: a form's fields come before the address's. */
export function parametersOf({ query, body }: FastifyRequest): Parameters {
  return { ...(query as object), ...(body as object | undefined) };
}

/** Who holds the key that came with the call, if it is one of this territory. */
export async function keyHolder(
  app: FastifyInstance,
  request: FastifyRequest,
): Promise<Actor | undefined> {
  if (request.actor.kind === 'token') return request.actor;
  const key = readText('api_key', parametersOf(request).api_key);
  if (key === undefined || key.length > LONGEST_KEY) return undefined;
  return app.authenticator.token(request.territoryId, key);
}

/** @throws Open311Refusal (403) unless the key of the call allows to report */
export async function requireWriter(app: FastifyInstance, request: FastifyRequest): Promise<Actor> {
  const actor = await keyHolder(app, request);
  if (actor?.scopes.includes(WRITE)) return actor;
  throw new Open311Refusal(403, 'api_key manque, ou ne permet pas de signaler.');
}

/** One jurisdiction lives behind one host name: naming it is not needed, naming another is wrong. */
export async function checkJurisdiction(
  platform: Platform,
  request: FastifyRequest,
): Promise<void> {
  const named = readText('jurisdiction_id', parametersOf(request).jurisdiction_id);
  if (named === undefined) return;
  const territory = await findTerritory(platform.db.read, request.territoryId);
  const known = territory && [territory.slug, ...territory.hostnames].includes(named);
  if (!known) throw new Open311Refusal(404, `La juridiction « ${named} » n’est pas ici.`);
}

const SUFFIX = /^(.*)\.(json|xml)$/;

/** `006.xml` is the resource `006` in XML. @throws Open311Refusal (404, 400 without a name) */
export function splitName(name: string): [string, Format] {
  const match = SUFFIX.exec(name);
  if (!match) throw new Open311Refusal(404, 'L’adresse finit par .json ou .xml.');
  if (match[1] === '') throw new Open311Refusal(400, 'L’identifiant manque dans l’adresse.');
  return [match[1] as string, match[2] as Format];
}

/** The form of an error is that of the address, before its parameters. */
export function formatOf({ url }: FastifyRequest): Format {
  return /\.xml(\?|$)/.test(url) ? 'xml' : 'json';
}
