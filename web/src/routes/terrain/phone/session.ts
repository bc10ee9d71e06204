import { ApiError, api, dataOrThrow, rememberCsrfToken } from '#lib/api/client.ts';
import { lang } from '../words.ts';
import { phone } from './phone.svelte.ts';
import { sync } from './sync.svelte.ts';

/** Opens the session and remembers who it is. @throws {ApiError} 401, 429, 0 without network */
export async function signIn(email: string, password: string): Promise<void> {
  const me = await dataOrThrow(api.POST('/api/v1/sessions', { body: { email, password } }), lang);
  rememberCsrfToken(me.csrfToken);
  const { id, name } = me.account;
  if (phone.account && phone.account.id !== id) await phone.store.forgetAccount(phone.account.id);
  await phone.store.keepAccount({ id, name });
  await phone.reload();
  phone.passwordProvisional = me.passwordProvisional;
  sync.signedOut = false;
  // Ask that acts and photos not be cleared when space runs short; the browser may refuse.
  void navigator.storage?.persist?.().catch(() => false);
}

/**
 * Takes up the session that the browser still has, on a phone that has not been used yet.
 *
 * @returns whether there is one
 */
export async function takeUpSession(): Promise<boolean> {
  const { data } = await api.GET('/api/v1/sessions/current').catch(() => ({ data: undefined }));
  if (!data) return false;
  rememberCsrfToken(data.csrfToken);
  await phone.store.keepAccount({ id: data.account.id, name: data.account.name });
  await phone.reload();
  phone.passwordProvisional = data.passwordProvisional;
  return true;
}

/** Asks whether somebody else still knows the password: it may have been changed at a desk. */
export async function noticePassword(): Promise<void> {
  const { data } = await api.GET('/api/v1/sessions/current').catch(() => ({ data: undefined }));
  const isMine = data?.account.id === phone.account?.id;
  phone.passwordProvisional = isMine && data?.passwordProvisional === true;
}

/**
 * Ends the session and erases the day from this phone; acts not sent yet stay.
 *
 * @throws {ApiError} without network: a session left open could be used by the next person
 */
export async function signOut(): Promise<void> {
  try {
    const { csrfToken } = await dataOrThrow(api.GET('/api/v1/sessions/current'), lang);
    rememberCsrfToken(csrfToken);
    await dataOrThrow(api.DELETE('/api/v1/sessions/current'), lang);
  } catch (error) {
    // The server had forgotten the session already.
    if (!(error instanceof ApiError && error.status === 401)) throw error;
  }
  rememberCsrfToken(null);
  if (phone.account) await phone.store.forgetAccount(phone.account.id);
  await phone.reload();
  phone.passwordProvisional = false;
}
