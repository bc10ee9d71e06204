import type { Routes } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { answerServiceRequest } from './answer-service-request.ts';
import { askResident } from './ask-resident.ts';
import { command } from './command-route.ts';
import { commentServiceRequest } from './comment-service-request.ts';
import { completeServiceRequest } from './complete-service-request.ts';
import { mergeServiceRequest } from './duplicates/merge-service-request.ts';
import { MergeBody, UnmergeBody } from './duplicates/schemas.ts';
import { unmergeServiceRequest } from './duplicates/unmerge-service-request.ts';
import { moderatePublicCopy } from './public-copy/moderate-public-copy.ts';
import { ModerateBody } from './public-copy/schemas.ts';
import { rejectServiceRequest } from './reject-service-request.ts';
import { reopenServiceRequest } from './reopen-service-request.ts';
import * as schemas from './schemas.ts';
import { triageServiceRequest } from './triage-service-request.ts';

/** What people do to a request: each command needs `If-Match` with the version that they saw. */
export const commandRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.post(
      '/service-requests/:id/triage',
      command('Juge la gravité et l’urgence', schemas.TriageBody),
      (request) =>
        triageServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/answer',
      command('Répond au demandeur, et clôt', schemas.AnswerBody),
      (request) =>
        answerServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/complete',
      command('Dit que c’est fait, preuve à l’appui', schemas.CompleteBody),
      (request) =>
        completeServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/ask',
      command('Pose une question au demandeur, et attend sa réponse', schemas.AskBody),
      (request) => askResident(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/reject',
      command('Classe sans suite, en disant pourquoi', schemas.RejectBody),
      (request) =>
        rejectServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/reopen',
      command('Rouvre une demande close', schemas.ReopenBody),
      (request) =>
        reopenServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/comment',
      command('Ajoute un mot à l’histoire de la demande', schemas.CommentBody),
      (request) =>
        commentServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/moderate',
      command('Relit ce que tout le monde peut en lire', ModerateBody),
      (request) =>
        moderatePublicCopy(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/merge',
      command('Joint la demande à une autre qui concerne le même problème', MergeBody),
      (request) =>
        mergeServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
    app.post(
      '/service-requests/:id/unmerge',
      command('Sépare de nouveau la demande de celle à laquelle elle est jointe', UnmergeBody),
      (request) =>
        unmergeServiceRequest(platform, request.act(), { ...request.params, ...request.body }),
    );
  };
