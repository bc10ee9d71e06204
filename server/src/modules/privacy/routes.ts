import type { FastifyReply } from 'fastify';
import { type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { PersonalData } from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readPublicRegister, readRegister } from './register.ts';
import * as schemas from './schemas.ts';
import { searchSubjects } from './search-subjects.ts';
import { setContact, setRetention } from './setting.ts';
import { eraseSubject, exportSubject, readHeld } from './subject.ts';
import { registerCsv, registerPdf } from './write-register.ts';

const tags = ['privacy'];

/** What everyone may read: what is held of people here, why, how long, and whom to ask. */
export const publicRoutes =
  (platform: Platform, held: readonly PersonalData[]): Routes =>
  async (app) => {
    app.get(
      '/public/privacy',
      {
        schema: {
          tags,
          summary: 'Ce qui est gardé des personnes, pourquoi, combien de temps, et à qui écrire',
          response: { 200: schemas.PublicRegisterView },
        },
      },
      ({ territoryId }) => readPublicRegister(platform, territoryId, held),
    );
  };

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

    app.get(
      '/privacy/register.csv',
      { schema: { tags, summary: 'Le registre, pour un tableur' } },
      async (request, reply) => {
        const register = await readRegister(platform, request.act(), held);
        return file(reply, 'text/csv; charset=utf-8', 'csv').send(registerCsv(register));
      },
    );

    app.get(
      '/privacy/register.pdf',
      { schema: { tags, summary: 'Le registre, à imprimer' } },
      async (request, reply) => {
        const act = request.act();
        const register = await readRegister(platform, act, held);
        return file(reply, 'application/pdf', 'pdf').send(await registerPdf(register, act.at));
      },
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
      (request) => setRetention(platform, request.act(), held, request.body),
    );

    app.put(
      '/privacy/contact',
      {
        schema: {
          tags,
          summary: 'Change le responsable du traitement et à qui écrire',
          body: schemas.ContactBody,
          response: { 200: schemas.RegisterView },
        },
      },
      (request) => setContact(platform, request.act(), held, request.body),
    );

    app.post(
      '/privacy/subjects/search',
      {
        schema: {
          tags,
          summary: 'Trouve une personne par son nom, son adresse ou son numéro',
          body: schemas.SearchBody,
          response: { 200: schemas.SearchView },
        },
      },
      (request) => searchSubjects(platform, request.act(), held, request.body.words),
    );

    app.post(
      '/privacy/subjects/read',
      {
        schema: {
          tags,
          summary: 'Montre ce qui est gardé d’une personne',
          body: schemas.SubjectBody,
          response: { 200: schemas.ExportView },
        },
      },
      (request) => readHeld(platform, request.act(), held, request.body),
    );

    app.post(
      '/privacy/subjects/export',
      {
        schema: {
          tags,
          summary: 'Tout ce qui est gardé d’une personne',
          body: schemas.AskedSubjectBody,
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
          body: schemas.AskedSubjectBody,
          response: { 200: schemas.ErasedView },
        },
      },
      (request) => eraseSubject(platform, request.act(), held, request.body),
    );
  };

const file = (reply: FastifyReply, type: string, extension: string) =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="registre-des-traitements.${extension}"`);
