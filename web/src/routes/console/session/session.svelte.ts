import { ApiError, api, dataOrThrow, rememberCsrfToken } from '#lib/api/client.ts';
import type { Me } from '../api/views.ts';
import { lang } from '../words.ts';

export type Role =
  | 'desk'
  | 'dispatcher'
  | 'crew'
  | 'expert'
  | 'elected'
  | 'director'
  | 'administrator'
  | 'auditor';

/** Who works at this screen, and whether the server still knows them. */
class Session {
  /** `undefined` until the server has said; `null` when nobody is signed in. */
  me = $state.raw<Me | null>();
  /** The server has forgotten the session while somebody was working. */
  expired = $state(false);

  #waiting: { go: () => void; giveUp: (error: ApiError) => void }[] = [];

  /** Asks the server who is signed in. @throws {ApiError} when the server cannot say */
  async recognize(): Promise<void> {
    try {
      this.#accept(await dataOrThrow(api.GET('/api/v1/sessions/current'), lang));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      this.#accept(null);
    }
  }

  /** @throws {ApiError} 401 wrong address or password, 429 too many tries */
  async signIn(email: string, password: string): Promise<void> {
    const body = { email, password };
    this.#accept(await dataOrThrow(api.POST('/api/v1/sessions', { body }), lang));
    this.expired = false;
    for (const { go } of this.#waiting.splice(0)) go();
  }

  async signOut(): Promise<void> {
    await dataOrThrow(api.DELETE('/api/v1/sessions/current'), lang);
    this.#accept(null);
  }

  /** Resolves once somebody has signed in again. @throws {ApiError} when they give up */
  renewal(): Promise<void> {
    this.expired = true;
    return new Promise((go, giveUp) => this.#waiting.push({ go, giveUp }));
  }

  /** Closes the question without signing in: what was waiting is refused, nothing typed is lost. */
  giveUp(error: ApiError): void {
    this.expired = false;
    for (const waiting of this.#waiting.splice(0)) waiting.giveUp(error);
  }

  holds(...roles: Role[]): boolean {
    return this.me?.grants.some(({ role }) => (roles as string[]).includes(role)) ?? false;
  }

  /** The organizations in which one holds one of the roles. */
  organizationsAs(...roles: Role[]): string[] {
    const grants = this.me?.grants ?? [];
    const held = grants.filter(({ role }) => (roles as string[]).includes(role));
    return [...new Set(held.map(({ organizationId }) => organizationId))];
  }

  #accept(me: Me | null): void {
    this.me = me;
    rememberCsrfToken(me?.csrfToken ?? null);
  }
}

export const session = new Session();
