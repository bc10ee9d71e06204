import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Routes } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { problems } from '../problems.ts';

/** A reader asks for directories and single tiles; nobody needs the whole country at once. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The PMTiles file of the installation, by parts: its readers use range requests (RFC 9110 §14). */
export const pmtilesRoutes =
  ({ config: { basemap } }: Platform): Routes =>
  async (app) => {
    if (basemap.kind !== 'pmtiles') return;
    const { file } = basemap;
    app.get(
      '/map/basemap.pmtiles',
      { schema: { tags: ['places'], summary: 'Le fond de carte PMTiles, par parties' } },
      async (request, reply) => {
        const { size, mtimeMs } = await stat(file).catch(() => {
          throw commonProblems.unavailable();
        });
        const asked = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(request.headers.range ?? '');
        const start = Number(asked?.[1]);
        const end = Math.min(Number(asked?.[2]), size - 1);
        const sound = asked && start <= end && end - start < MOST_BYTES;
        ensure(sound, problems.rangeNotSatisfiable);
        return reply
          .code(206)
          .headers({
            'accept-ranges': 'bytes',
            'content-range': `bytes ${start}-${end}/${size}`,
            'content-length': end - start + 1,
            etag: `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`,
            'cache-control': 'public, max-age=3600',
          })
          .type('application/vnd.pmtiles')
          .send(createReadStream(file, { start, end }));
      },
    );
  };
