import type Type from 'typebox';
import { idParams, type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { cancelWorkOrder } from './cancel-work-order.ts';
import { completeWorkOrder } from './complete-work-order.ts';
import { failWorkOrder } from './fail-work-order.ts';
import { findWorkOrder } from './find-work-order.ts';
import { listWorkOrders } from './list-work-orders.ts';
import { openFieldDay } from './open-field-day.ts';
import { planWorkOrder } from './plan-work-order.ts';
import { rescheduleWorkOrder } from './reschedule-work-order.ts';
import {
  CancelWorkOrder,
  CompleteWorkOrder,
  FailWorkOrder,
  FieldDayQuery,
  FieldDayView,
  ListQuery,
  PlanWorkOrder,
  RescheduleWorkOrder,
  StartWorkOrder,
  WorkOrderPage,
  WorkOrderView,
} from './schemas.ts';
import { startWorkOrder } from './start-work-order.ts';

const tags = ['work-orders'];

/** The work of the crews: planned in the office, carried out in the field. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.post(
      '/work-orders',
      {
        schema: {
          tags,
          summary: 'Planifier une intervention',
          body: PlanWorkOrder,
          response: { 201: WorkOrderView },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await planWorkOrder(platform, request.act(), request.body)),
    );

    app.get(
      '/work-orders',
      {
        schema: {
          tags,
          summary: 'Lister les interventions',
          querystring: ListQuery,
          response: { 200: WorkOrderPage },
        },
      },
      (request) => listWorkOrders(platform, request, request.query),
    );

    app.get(
      '/work-orders/:id',
      {
        schema: {
          tags,
          summary: 'Lire une intervention',
          params: idParams,
          response: { 200: WorkOrderView },
        },
      },
      (request) => findWorkOrder(platform, request, request.params.id),
    );

    app.get(
      '/field/day',
      {
        schema: {
          tags,
          summary: 'Ouvrir la journée d’une équipe',
          querystring: FieldDayQuery,
          response: { 200: FieldDayView },
        },
      },
      (request) => openFieldDay(platform, request, request.query),
    );

    const step = <Body extends Type.TSchema>(summary: string, body: Body) => ({
      schema: { tags, summary, params: idParams, body, response: { 200: WorkOrderView } },
    });

    app.post(
      '/work-orders/:id/start',
      step('Commencer une intervention', StartWorkOrder),
      (request) =>
        startWorkOrder(platform, request.act(), { ...request.body, id: request.params.id }),
    );
    app.post(
      '/work-orders/:id/complete',
      step('Terminer une intervention', CompleteWorkOrder),
      (request) =>
        completeWorkOrder(platform, request.act(), { ...request.body, id: request.params.id }),
    );
    app.post(
      '/work-orders/:id/fail',
      step('Dire pourquoi une intervention n’a pas pu se faire', FailWorkOrder),
      (request) =>
        failWorkOrder(platform, request.act(), { ...request.body, id: request.params.id }),
    );
    app.post(
      '/work-orders/:id/reschedule',
      step('Déplacer une intervention', RescheduleWorkOrder),
      (request) =>
        rescheduleWorkOrder(platform, request.act(), { ...request.body, id: request.params.id }),
    );
    app.post(
      '/work-orders/:id/cancel',
      step('Annuler une intervention', CancelWorkOrder),
      (request) =>
        cancelWorkOrder(platform, request.act(), { ...request.body, id: request.params.id }),
    );
  };
