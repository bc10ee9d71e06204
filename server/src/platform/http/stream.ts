import type { Announcement } from '../events/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import type { Routes } from './server.ts';

/** Proxies cut silent connections after a minute. */
const HEARTBEAT_MS = 25_000;
const MOST_STREAMS = 2_000;

/**
 * Live updates as server-sent events (HTML Living Standard §9.2): what changed, not its content.
 * A screen that reconnects reloads, so nothing needs to be kept for it.
 */
export const streamRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    let open = 0;
    const closers = new Set<() => void>();
    app.addHook('preClose', async () => {
      for (const close of closers) close();
    });
    app.get(
      '/stream',
      { schema: { tags: ['live'], summary: 'Changements en direct (SSE)' } },
      (request, reply) => {
        const { actor, territoryId } = request;
        ensure(actor.grants.length > 0, commonProblems.unauthenticated);
        ensure(open < MOST_STREAMS, commonProblems.unavailable);
        reply.hijack();
        const { raw } = reply;
        raw.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        });
        raw.write('retry: 2000\n\n');
        const organizations = new Set(actor.grants.map((grant) => grant.organizationId));
        const hears = (what: Announcement) =>
          what.territoryId === territoryId &&
          (what.organizationId === null || organizations.has(what.organizationId));
        const unsubscribe = platform.announcer.subscribe((what) => {
          if (!hears(what)) return;
          const { type, subject, organizationId, id } = what;
          raw.write(`id: ${id}\ndata: ${JSON.stringify({ type, subject, organizationId })}\n\n`);
        });
        const heartbeat = setInterval(() => raw.write(': \n\n'), HEARTBEAT_MS);
        const close = () => raw.end();
        closers.add(close);
        open++;
        raw.once('close', () => {
          open--;
          clearInterval(heartbeat);
          unsubscribe();
          closers.delete(close);
        });
      },
    );
  };
