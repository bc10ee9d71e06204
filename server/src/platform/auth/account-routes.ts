import Type from 'typebox';
import { organizationsOf } from '../acts/index.ts';
import {
  cutPage,
  decodeCursor,
  idParams,
  limitOf,
  page,
  pageQuery,
  type Routes,
} from '../http/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import { grantsOf, listAccounts } from './account-store.ts';
import { listApiTokens, revokeApiToken } from './api-token-store.ts';
import { createApiToken } from './api-tokens.ts';
import { closeAccount, setGrants } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { resetPassword } from './reset-password.ts';
import {
  AccountView,
  ApiTokenView,
  CreatedAccount,
  CreatedApiToken,
  Identified,
  NewAccount,
  NewApiToken,
  NewGrants,
  ResetPassword,
} from './schemas.ts';

/** Accounts and API tokens, for the administrators of organizations. */
export const accountRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    const { read } = platform.db;
    const tags = ['accounts'];
    // Whoever changed, the next request must see it.
    app.addHook('onResponse', async ({ method }) => {
      if (method !== 'GET') app.authenticator.forget();
    });

    app.get(
      '/accounts',
      {
        schema: {
          tags,
          summary: 'Comptes de mes organisations',
          querystring: Type.Object(pageQuery),
          response: { 200: page(AccountView) },
        },
      },
      async ({ actor, territoryId, query }) => {
        const organizations = administered(actor);
        const limit = limitOf(query);
        const after = decodeCursor(query.cursor, 1)?.[0] as string | undefined;
        const rows = await listAccounts(read, territoryId, organizations, {
          after,
          limit: limit + 1,
        });
        const grants = await grantsOf(
          read,
          territoryId,
          rows.map(({ id }) => id),
        );
        const present = (row: (typeof rows)[number]) => ({
          id: row.id,
          email: row.email,
          name: row.name,
          createdAt: row.created_at.toISOString(),
          disabled: row.disabled_at !== null,
          grants: grants.get(row.id) ?? [],
        });
        return cutPage(rows, limit, present, ({ id }) => [id]);
      },
    );

    app.post(
      '/accounts',
      {
        schema: {
          tags,
          summary: 'Créer un compte',
          body: NewAccount,
          response: { 201: CreatedAccount },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await createAccount(platform, request.act(), request.body)),
    );

    app.put(
      '/accounts/:id/grants',
      {
        schema: {
          tags,
          summary: 'Remplacer les rôles d’un compte',
          params: idParams,
          body: NewGrants,
          response: { 200: Identified },
        },
      },
      (request) => setGrants(platform, request.act(), { ...request.params, ...request.body }),
    );

    app.post(
      '/accounts/:id/disable',
      {
        schema: {
          tags,
          summary: 'Fermer un compte',
          params: idParams,
          response: { 200: Identified },
        },
      },
      (request) => closeAccount(platform, request.act(), request.params),
    );

    app.post(
      '/accounts/:id/reset-password',
      {
        schema: {
          tags,
          summary: 'Donner un mot de passe provisoire, montré une seule fois',
          params: idParams,
          response: { 200: ResetPassword },
        },
      },
      (request) => resetPassword(platform, request.act(), request.params),
    );

    app.get(
      '/api-tokens',
      {
        schema: {
          tags,
          summary: 'Jetons de mes organisations',
          response: { 200: page(ApiTokenView) },
        },
      },
      async ({ actor, territoryId }) => {
        const rows = await listApiTokens(read, territoryId, administered(actor));
        const items = rows.map((row) => ({
          id: row.id,
          name: row.name,
          organizationId: row.organization_id,
          scopes: row.scopes,
          createdAt: row.created_at.toISOString(),
          revoked: row.revoked_at !== null,
        }));
        return { items, nextCursor: null };
      },
    );

    app.post(
      '/api-tokens',
      {
        schema: {
          tags,
          summary: 'Créer un jeton, montré une seule fois',
          body: NewApiToken,
          response: { 201: CreatedApiToken },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await createApiToken(platform, request.act(), request.body)),
    );

    app.delete(
      '/api-tokens/:id',
      {
        schema: {
          tags,
          summary: 'Révoquer un jeton',
          params: idParams,
          response: { 200: Identified },
        },
      },
      async ({ actor, territoryId, params: { id } }) => {
        const at = platform.clock.now();
        const revoked = await revokeApiToken(read, territoryId, id, administered(actor), at);
        ensure(revoked, commonProblems.notFound);
        return { id };
      },
    );
  };

function administered(actor: Parameters<typeof organizationsOf>[0]): string[] {
  ensure(actor.kind !== 'anonymous', commonProblems.unauthenticated);
  const organizations = organizationsOf(actor, 'administrator');
  ensure(organizations.length > 0, commonProblems.forbidden);
  return organizations;
}
