import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

/** Smaller answers gain nothing. */
const THRESHOLD_BYTES = 1_024;

const middleware = compression({
  threshold: THRESHOLD_BYTES,
  filter: (_request, response) => {
    const type = String(response.getHeader('content-type') ?? '');
    // A live stream must leave at once, not when a block is full.
    return !type.startsWith('text/event-stream') && compression.filter(_request, response);
  },
});

/** Compresses what the client accepts and text gains by: old phones pay by the byte. */
export function compress(
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  middleware(request as never, response as never, next);
}
