import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { checkTemplate } from './check-template.ts';
import { findContact, type RequestForReply, requestForReply } from './neighbours.ts';
import { mayList } from './policy.ts';
import { problems } from './problems.ts';
import type { PreviewView } from './schemas.ts';
import { EXAMPLE, type ReplyFacts, valuesOf } from './values.ts';
import { fillTemplate, VARIABLES, type Variable } from './variables.ts';
import { placeholderOf, VARIABLE_WORDS } from './words.ts';

export interface PreviewReply {
  language: 'fr' | 'en';
  subject: string;
  body: string;
  serviceRequestId?: string | null | undefined;
}

/**
 * What a resident would read, for a real request or for an example.
 *
 * @throws Problem `forbidden` (403), `unknown-request`, `unsound-template` (422)
 */
export async function previewReply(
  platform: Platform,
  act: Act,
  { serviceRequestId, ...texts }: PreviewReply,
): Promise<PreviewView> {
  ensure(mayList(act.actor));
  const facts = serviceRequestId ? await factsOf(platform, act, serviceRequestId) : EXAMPLE;
  return fill(texts, facts, act.language);
}

/** @throws Problem `unknown-request` (422) when there is none, or the actor may not read it */
export async function factsOf(
  platform: Platform,
  act: Act,
  requestId: string,
): Promise<ReplyFacts> {
  const { read } = platform.db;
  const request = await requestForReply(platform, read, act, requestId);
  ensure(request, problems.unknownRequest);
  return factsFor(platform, read, act.territoryId, request);
}

async function factsFor(
  { config }: Platform,
  tx: Tx,
  territoryId: string,
  request: RequestForReply,
): Promise<ReplyFacts> {
  const { organizationId, code } = request;
  const organization = organizationId && (await findContact(tx, territoryId, organizationId));
  return {
    request,
    organization: organization || null,
    trackingUrl: config.publicUrl ? `${config.publicUrl}/suivi/${code}` : null,
  };
}

/** Fills subject and body; what has no value is marked in the text and told. */
export function fill(
  template: { language: 'fr' | 'en'; subject: string; body: string },
  facts: ReplyFacts,
  reader: 'fr' | 'en',
): PreviewView {
  const { language } = template;
  const cut = checkTemplate(template);
  const values = valuesOf(facts, language);
  const subject = fillTemplate(cut.subject, values, placeholderOf(language));
  const body = fillTemplate(cut.body, values, placeholderOf(language));
  const missing = [...new Set([...subject.missing, ...body.missing])];
  return {
    subject: subject.text,
    body: body.text,
    missing: missing.map((one) => told(one, reader)),
  };
}

const told = (variable: Variable, reader: 'fr' | 'en') => ({
  variable,
  label: VARIABLE_WORDS[variable][reader],
});

/** Every variable, with an example of its value. */
export function listVariables(language: 'fr' | 'en') {
  const examples = valuesOf(EXAMPLE, language);
  return VARIABLES.map((name) => ({
    name,
    label: VARIABLE_WORDS[name][language],
    example: examples[name] ?? '',
  }));
}
