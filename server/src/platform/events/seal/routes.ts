import Type from 'typebox';
import type { Routes } from '../../http/index.ts';
import type { Platform } from '../../platform.ts';
import { mustHold } from '../must-hold.ts';
import { countUnsealed, lastAudit, lastSeal } from './store.ts';
import { VERIFY_LOG } from './verify-log.ts';

const Head = {
  number: Type.Integer({ description: 'Numéro du sceau, depuis 1' }),
  hash: Type.String({ description: 'Empreinte SHA-256 : à noter hors du serveur, ou à signer' }),
};

const Verification = Type.Object({
  at: Type.String({ description: 'Dernière relecture' }),
  ...Head,
  events: Type.Integer(),
  sealedUntil: Type.Union([Type.String(), Type.Null()]),
  faults: Type.Array(
    Type.Object({
      kind: Type.String(),
      seal: Type.Integer(),
      eventId: Type.Union([Type.String(), Type.Null()]),
      at: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});

const SealView = Type.Object({
  waiting: Type.Integer({ description: 'Actes que le prochain sceau couvrira' }),
  head: Type.Union([Type.Object({ ...Head, at: Type.String() }), Type.Null()]),
  verified: Type.Union([Verification, Type.Null()]),
});

/** The seals of the log, for those who may read it. */
export const sealRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    const { read } = platform.db;

    app.get(
      '/events/seal',
      {
        schema: {
          tags: ['events'],
          summary: 'Le dernier sceau du journal et sa dernière vérification',
          response: { 200: SealView },
        },
      },
      async ({ actor, territoryId }) => {
        mustHold(actor, 'auditor', 'administrator');
        const head = await lastSeal(read, territoryId);
        const audit = await lastAudit(read, territoryId);
        return {
          waiting: await countUnsealed(read, territoryId),
          head: head ? { number: head.number, hash: head.hash, at: head.at.toISOString() } : null,
          verified: audit
            ? {
                ...audit,
                at: audit.at.toISOString(),
                sealedUntil: audit.sealedUntil?.toISOString() ?? null,
              }
            : null,
        };
      },
    );

    app.post(
      '/events/seal/verification',
      {
        schema: {
          tags: ['events'],
          summary: 'Demande une relecture du journal entier, dès que possible',
          response: { 202: Type.Object({}) },
        },
        config: { rateLimit: { max: 6, timeWindow: '1 minute' } },
      },
      async ({ actor, territoryId }, reply) => {
        mustHold(actor, 'auditor', 'administrator');
        await platform.db.transaction((tx) =>
          platform.events.later(tx, VERIFY_LOG, { territoryId }),
        );
        return reply.code(202).send({});
      },
    );
  };
