import type { Routes } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { command } from '../command-route.ts';
import { acceptServiceRequest } from './accept-service-request.ts';
import { correctServiceRequest } from './correct-service-request.ts';
import { refuseServiceRequest } from './refuse-service-request.ts';
import * as schemas from './schemas.ts';
import { transferServiceRequest } from './transfer-service-request.ts';

/** How a request goes from hand to hand until it is where it belongs. */
export const handOverRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.post(
      '/service-requests/:id/accept',
      command('Accepte une demande qui n’était pas sûrement la vôtre', schemas.AcceptBody),
      (request) => acceptServiceRequest(platform, request.act(), request.params),
    );
    app.post(
      '/service-requests/:id/refuse',
      command('Dit, avec un motif, que la demande n’est pas la vôtre', schemas.RefuseBody),
      (request) =>
        refuseServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/transfer',
      command('Transmet à l’organisme compétent', schemas.TransferBody),
      (request) =>
        transferServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/correct',
      command(
        'Corrige la prestation ou le lieu, et retrouve qui est compétent',
        schemas.CorrectBody,
      ),
      (request) =>
        correctServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
  };
