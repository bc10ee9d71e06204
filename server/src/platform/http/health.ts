import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';

/**
 * Serves what an operator or a load balancer asks: is the program alive, and can it work now?
 *
 * Live answers as long as the event loop turns. Ready also asks the database, and says no from
 * the moment the program starts to stop.
 */
export function serveHealth(app: FastifyInstance, platform: Platform): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  const hidden = { schema: { hide: true } as object };
  app.get('/health/live', hidden, async () => ({ status: 'live' }));
  app.get('/health/ready', hidden, async (_request, reply) => {
    const ready = !stopping && (await answers(platform));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}

async function answers(platform: Platform): Promise<boolean> {
  try {
    await platform.db.pool.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
