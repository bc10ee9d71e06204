export { languageOf, requireVersion } from './act.ts';
export { requireKnownActor, SESSION_COOKIE } from './actors.ts';
export { problemOf } from './errors.ts';
export { originOf } from './origin.ts';
export { cutPage, decodeCursor, encodeCursor, limitOf, page, pageQuery } from './paging.ts';
export { idParams } from './params.ts';
export { httpProblems } from './problems.ts';
export { revalidate } from './revalidate.ts';
export { closed, Id, words } from './schema-parts.ts';
export {
  createHttpServer,
  FILE_LIMIT,
  type HttpOptions,
  type HttpServer,
  type PageHandler,
  type Routes,
} from './server.ts';
export { streamRoutes } from './stream.ts';
