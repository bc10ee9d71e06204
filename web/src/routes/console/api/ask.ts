import type { FetchResponse } from 'openapi-fetch';
import { ApiError, api, dataOrThrow } from '#lib/api/client.ts';
import { session } from '../session/session.svelte.ts';
import { lang } from '../words.ts';

/**
 * Calls the API. When the session has expired meanwhile, waits until the person has signed in
 * again, then makes the same call once more: what was typed is still on the screen.
 *
 * @throws {ApiError} any other refusal, or the expiry itself when the person gives up
 */
export async function ask<
  T extends Record<string | number, unknown>,
  Options,
  Media extends `${string}/${string}`,
>(call: () => Promise<FetchResponse<T, Options, Media>>) {
  try {
    return await dataOrThrow(call(), lang);
  } catch (error) {
    if (!(error instanceof ApiError && (await isExpiry(error)))) throw error;
    await session.renewal();
    return dataOrThrow(call(), lang);
  }
}

/** A write without a valid session may be refused as forbidden before it is known as anonymous. */
async function isExpiry({ status }: ApiError): Promise<boolean> {
  if (status === 401) return true;
  if (status !== 403) return false;
  const { response } = await api.GET('/api/v1/sessions/current');
  return response.status === 401;
}
