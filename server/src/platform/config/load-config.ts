import { isIP } from 'node:net';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { Basemap, Config } from './config.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';
import { type VariableNotes, Variables } from './variables.ts';

/**
 * Reads the configuration from environment variables; an empty one counts as absent.
 *
 * @throws ConfigError that names every wrong variable at once
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const variables: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(Variables.properties)) {
    const text = env[name]?.trim();
    const fallback = (schema as { default?: unknown }).default;
    if (text) variables[name] = Type.IsInteger(schema) ? wholeNumber(text) : text;
    else if (fallback !== undefined) variables[name] = fallback;
  }
  const wrong = new Set(
    validator.Errors(variables).map(({ instancePath }) => instancePath.split('/')[1]),
  );
  for (const name of inconsistent(variables as Partial<Variables>)) wrong.add(name);
  if (wrong.size > 0)
    throw new ConfigError([...wrong].map((name) => faultOf(name as keyof Variables, env)));
  return toConfig(variables as unknown as Variables);
}

const validator = Compile(Variables);

// Number() would also read « 0x50 » and « 1e3 ».
const wholeNumber = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : text);

/** What a schema cannot say. */
function inconsistent(variables: Partial<Variables>): (keyof Variables)[] {
  const wrong: (keyof Variables)[] = [];
  for (const name of [
    'DATABASE_URL',
    'PUBLIC_URL',
    'SMTP_URL',
    'SMS_GATEWAY_URL',
    'TILES_URL',
    'OSRM_URL',
  ] as const) {
    const url = variables[name];
    if (url !== undefined && !URL.canParse(url)) wrong.push(name);
  }
  const mailboxes = variables.IMAP_URL?.split(/ +/) ?? [];
  if (!mailboxes.every((url) => URL.canParse(url) && new URL(url).username !== '')) {
    wrong.push('IMAP_URL');
  }
  if (variables.SMTP_URL !== undefined && variables.MAIL_FROM === undefined)
    wrong.push('MAIL_FROM');
  if (variables.SMS_GATEWAY_URL !== undefined && variables.SMS_GATEWAY_TOKEN === undefined)
    wrong.push('SMS_GATEWAY_TOKEN');
  if (variables.TILES_URL !== undefined && variables.PMTILES_FILE !== undefined)
    wrong.push('TILES_URL');
  if (!networks(variables.OUTBOUND_NETWORKS).every(isAddressOrNetwork))
    wrong.push('OUTBOUND_NETWORKS');
  const proxies = trustProxy(variables.TRUST_PROXY);
  if (Array.isArray(proxies) && !proxies.every(isAddressOrNetwork)) wrong.push('TRUST_PROXY');
  return wrong;
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const length =
    prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Infinity;
  return rest.length === 0 && longest > 0 && length <= longest;
}

function networks(text: string | undefined): string[] {
  return text?.split(',').map((part) => part.trim()) ?? [];
}

function keysOf(text: string | undefined): Buffer[] {
  return text?.split(',').map((key) => Buffer.from(key, 'base64')) ?? [];
}

function trustProxy(text: string | undefined): Config['trustProxy'] {
  if (text === undefined || text === '0') return false;
  return /^\d$/.test(text) ? Number(text) : networks(text);
}

function toConfig(variables: Variables): Config {
  const { DATABASE_URL, PUBLIC_URL, SMTP_URL, MAIL_FROM, METRICS_TOKEN } = variables;
  const { SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN } = variables;
  return {
    port: variables.PORT,
    host: variables.HOST,
    varDir: variables.CANTONNIER_VAR,
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    ...(PUBLIC_URL && { publicUrl: new URL(PUBLIC_URL).origin }),
    ...(SMS_GATEWAY_URL &&
      SMS_GATEWAY_TOKEN && { sms: { url: SMS_GATEWAY_URL, token: SMS_GATEWAY_TOKEN } }),
    ...(SMTP_URL && MAIL_FROM && { smtp: { url: SMTP_URL, from: MAIL_FROM } }),
    ...(variables.MAIL_REPLY_TO && { replyTo: variables.MAIL_REPLY_TO.toLowerCase() }),
    ...(variables.IMAP_URL && { mailboxes: variables.IMAP_URL.split(/ +/) }),
    basemap: basemapOf(variables),
    ...(variables.OSRM_URL && { osrmUrl: variables.OSRM_URL.replace(/\/+$/, '') }),
    logLevel: variables.LOG_LEVEL,
    sessionDays: variables.SESSION_DAYS,
    trustProxy: trustProxy(variables.TRUST_PROXY),
    outboundNetworks: networks(variables.OUTBOUND_NETWORKS),
    encryptionKeys: keysOf(variables.ENCRYPTION_KEY),
    ...(METRICS_TOKEN && { metricsToken: METRICS_TOKEN }),
    demo: variables.DEMO,
  };
}

function basemapOf({
  TILES_URL,
  PMTILES_FILE,
  TILES_ATTRIBUTION: attribution = '',
}: Variables): Basemap {
  if (TILES_URL) return { kind: 'tiles', url: TILES_URL, attribution };
  if (PMTILES_FILE) return { kind: 'pmtiles', file: PMTILES_FILE, attribution };
  return { kind: 'own' };
}

/** For what the database alone tells: a variable that was well without becomes necessary. */
export const configErrorAbout = (variable: keyof Variables) =>
  new ConfigError([faultOf(variable, {})]);

function faultOf(
  variable: keyof Variables,
  env: Readonly<Record<string, string | undefined>>,
): ConfigFault {
  const { expected, examples, secret } = Variables.properties[variable] as unknown as VariableNotes;
  return { variable, value: secret ? undefined : env[variable], expected, example: examples[0] };
}
