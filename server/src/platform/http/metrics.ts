import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sameSecret } from '../auth/index.ts';
import { countJobs } from '../events/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Serves `/metrics` in Prometheus' text format: how the program fares, never who uses it.
 *
 * With `METRICS_TOKEN` set, the scraper must send it as a bearer token; without, only a program
 * on this very machine may ask.
 */
export function serveMetrics(app: FastifyInstance, platform: Platform): void {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of API requests, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const { pool } = platform.db;
  new Gauge({
    name: 'cantonnier_database_connections',
    help: 'Connections of the pool, by state.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waited-for' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'cantonnier_jobs',
    help: 'Background jobs, waiting or dead.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { waiting, dead } = await countJobs(pool);
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'dead' }, dead);
    },
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = String(reply.statusCode);
    duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1_000);
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });

  app.get('/metrics', { schema: { hide: true } as object }, async (request, reply) => {
    ensure(mayScrape(request, platform.config.metricsToken), commonProblems.unauthenticated);
    reply.type(registry.contentType);
    return registry.metrics();
  });
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function mayScrape({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token) return sameSecret(headers.authorization?.replace(/^Bearer /, '') ?? '', token);
  return LOOPBACK.has(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined;
}
