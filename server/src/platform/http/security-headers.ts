import type { ServerResponse } from 'node:http';
import type { Config } from '../config/index.ts';

/**
 * Sets the headers that every answer carries. Pages replace the content security policy by their
 * own, which names a nonce; whatever is not a page may load nothing at all. Workers live under the
 * policy of their own script: the map's and the field face's may speak to this server.
 *
 * @see {@link https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html}
 */
export function addSecurityHeaders(response: ServerResponse, config: Config): void {
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; connect-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader(
    'permissions-policy',
    'camera=(self), microphone=(self), geolocation=(self), payment=(), usb=(), interest-cohort=()',
  );
  if (config.publicUrl?.startsWith('https:')) {
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
}
