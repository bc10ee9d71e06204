import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { idParams, type Routes } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeFrequency } from './change-frequency.ts';
import { confirmFollowing } from './confirm-follower.ts';
import { endFollowing } from './end-following.ts';
import { followArea } from './follow-area.ts';
import { followRequest } from './follow-request.ts';
import { AreaParams, findTrackedId } from './neighbours.ts';
import { followerOf, readFollower } from './read-follower.ts';
import * as schemas from './schemas.ts';

const tags = ['following'];
const isKnown = (request: FastifyRequest) => request.actor.kind !== 'anonymous';
/** Each may send one mail to somebody: fewer from one address than a family needs in an hour. */
const ASKING = { rateLimit: { max: 20, timeWindow: '1 hour', allowList: isKnown } };
const CURIOSITY = { rateLimit: { max: 300, timeWindow: '1 minute', allowList: isKnown } };

/** Following, for everyone: nothing is sent to an address before its owner said yes. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    app.post(
      '/public/service-requests/:id/followers',
      {
        config: ASKING,
        schema: {
          tags,
          summary: 'Demande à suivre une demande publique',
          params: idParams,
          body: schemas.FollowBody,
          response: { 202: Type.Null() },
        },
      },
      async (request, reply) => {
        const act = request.act();
        const asked = { language: act.language, plain: false, ...request.body };
        await followRequest(platform, act, { requestId: request.params.id, ...asked });
        return reply.code(202).send(null);
      },
    );

    app.post(
      '/public/tracking/:key/followers',
      {
        config: ASKING,
        schema: {
          tags,
          summary: 'Demande à suivre la demande dont on a le code',
          params: schemas.KeyParams,
          body: schemas.FollowBody,
          response: { 202: Type.Null() },
        },
      },
      async (request, reply) => {
        const act = request.act();
        const { territoryId } = act;
        const requestId = await findTrackedId(
          platform.db.read,
          territoryId,
          request.params.key,
          followerOf,
        );
        const asked = { language: act.language, plain: false, ...request.body };
        await followRequest(platform, act, { requestId, ...asked });
        return reply.code(202).send(null);
      },
    );

    app.post(
      '/public/areas/:kind/:id/followers',
      {
        config: ASKING,
        schema: {
          tags,
          summary: 'Demande à suivre une rue, un parc ou une commune',
          params: AreaParams,
          body: schemas.FollowAreaBody,
          response: { 202: Type.Null() },
        },
      },
      async (request, reply) => {
        const act = request.act();
        const { kind, id: areaId } = request.params;
        const asked = { language: act.language, plain: false, ...request.body };
        await followArea(platform, act, { kind, areaId, ...asked });
        return reply.code(202).send(null);
      },
    );

    app.post(
      '/public/followers/:key/frequency',
      {
        config: CURIOSITY,
        schema: {
          tags,
          summary: 'Choisit à quel rythme les nouvelles d’un lieu arrivent',
          params: schemas.KeyParams,
          body: schemas.FrequencyBody,
          response: { 200: schemas.FollowerView },
        },
      },
      (request) => changeFrequency(platform, request.act(), { ...request.params, ...request.body }),
    );

    app.get(
      '/public/followers/:key',
      {
        config: CURIOSITY,
        schema: {
          tags,
          summary: 'Ce que suit la personne qui a cette clé',
          params: schemas.KeyParams,
          response: { 200: schemas.FollowerView },
        },
      },
      ({ territoryId, params }) => readFollower(platform, territoryId, params.key),
    );

    app.post(
      '/public/followers/:key/confirm',
      {
        config: CURIOSITY,
        schema: {
          tags,
          summary: 'Confirme que l’adresse est la sienne',
          params: schemas.KeyParams,
          response: { 200: schemas.FollowerView },
        },
      },
      (request) => confirmFollowing(platform, request.act(), request.params.key),
    );

    app.post(
      '/public/followers/:key/end',
      {
        config: CURIOSITY,
        schema: {
          tags,
          summary: 'Ne veut plus recevoir de messages',
          params: schemas.KeyParams,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await endFollowing(platform, request.act(), request.params.key);
        return reply.code(204).send(null);
      },
    );
  };
