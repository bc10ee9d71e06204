import { type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { PersonalData } from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readRegister, setRetention } from './retention.ts';
import * as schemas from './schemas.ts';
import { eraseSubject, exportSubject } from './subject.ts';

const tags = ['privacy'];

/** Rights of the people whose data is held: the register, durations, export and erasure. */
export const routes =
  (platform: Platform, held: readonly PersonalData[]): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.get(
      '/privacy/register',
      {
        schema: {
          tags,
          summary: 'Le registre des traitements, tel que le code le déclare',
          response: { 200: schemas.RegisterView },
        },
      },
      (request) => readRegister(platform, request.act(), held),
    );

    app.put(
      '/privacy/retention',
      {
        schema: {
          tags,
          summary: 'Change les durées de conservation',
          body: schemas.RetentionBody,
          response: { 200: schemas.RegisterView },
        },
      },
      (request) => setRetention(platform, request.act(), held, request.body.retention),
    );

    app.post(
      '/privacy/subjects/export',
      {
        schema: {
          tags,
          summary: 'Tout ce qui est gardé d’une personne',
          body: schemas.SubjectBody,
          response: { 200: schemas.ExportView },
        },
      },
      (request) => exportSubject(platform, request.act(), held, request.body),
    );

    app.post(
      '/privacy/subjects/erase',
      {
        schema: {
          tags,
          summary: 'Efface une personne de tout ce qui est gardé',
          body: schemas.SubjectBody,
          response: { 200: schemas.ErasedView },
        },
      },
      (request) => eraseSubject(platform, request.act(), held, request.body),
    );
  };
