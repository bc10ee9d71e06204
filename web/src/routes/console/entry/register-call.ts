import { ApiError, api } from '#lib/api/client.ts';
import { randomId } from '#lib/api/random-id.ts';
import { ask } from '../api/ask.ts';
import { asApiError } from '../api/loaded.svelte.ts';
import type { Body, Submitted } from '../api/views.ts';
import type { Reply } from '../replies/reply.ts';
import { type Circumstances, giveCommand } from '../requests/give-command.ts';
import { mergeRequest } from '../requests/merge-requests.ts';

export type Entry = Body<'/api/v1/service-requests'>;

/** What the desk does with a call at once, beside registering it. */
export interface AtOnce {
  /** The request that is about the same thing. */
  joinTo: { id: string; code: string } | null;
  /** An answer that ends it; its variables are filled once the request has its number. */
  reply: Reply | null;
}

/** What became of a call. Once it is registered nothing is lost: what else failed is told. */
export interface Registered {
  submitted: Submitted;
  joinedTo: string | null;
  answered: boolean;
  /** What of the answer nobody can fill yet, which kept it from leaving. */
  missing: string[];
  failure: ApiError | null;
}

/**
 * Registers a call, then joins it to another or answers it.
 *
 * @param key - under which the registering acts once
 * @throws {ApiError} when it could not be registered
 */
export async function registerCall(
  body: Entry,
  { joinTo, reply }: AtOnce,
  key: string,
): Promise<Registered> {
  const submitted = await ask(() =>
    api.POST('/api/v1/service-requests', { body, headers: { 'idempotency-key': key } }),
  );
  const { id } = submitted;
  const registered = { submitted, joinedTo: null, answered: false, missing: [], failure: null };
  try {
    if (joinTo) {
      await onPresentVersion(id, (how) => mergeRequest(id, joinTo.id, how));
      return { ...registered, joinedTo: joinTo.code };
    }
    if (reply) {
      const { subject, message, missing } = await fill(reply, id);
      if (missing.length > 0) return { ...registered, missing };
      const answer = { ...(subject && { subject }), message };
      await onPresentVersion(id, (how) =>
        giveCommand(id, { command: 'answer', body: answer }, how),
      );
      return { ...registered, answered: true };
    }
    return registered;
  } catch (error) {
    return { ...registered, failure: asApiError(error) };
  }
}

async function fill({ subject, message }: Reply, serviceRequestId: string) {
  const body = { subject, body: message, language: 'fr' as const, serviceRequestId };
  const filled = await ask(() => api.POST('/api/v1/reply-templates/preview', { body }));
  return {
    subject: filled.subject,
    message: filled.body,
    missing: filled.missing.map(({ label }) => label),
  };
}

const TRIES = 3;

/** Gives a command to a request that its own registering may still be moving. */
async function onPresentVersion(id: string, give: (how: Circumstances) => Promise<unknown>) {
  for (let left = TRIES; ; left -= 1) {
    const params = { path: { id } };
    const { version } = await ask(() => api.GET('/api/v1/service-requests/{id}', { params }));
    try {
      return await give({ version, key: randomId() });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 412 && left > 1)) throw error;
    }
  }
}
