import { api } from '#lib/api/client.ts';
import { ask } from '../api/ask.ts';
import type { Body, RequestCommand, RequestDetail } from '../api/views.ts';

const PATHS = {
  triage: '/api/v1/service-requests/{id}/triage',
  answer: '/api/v1/service-requests/{id}/answer',
  complete: '/api/v1/service-requests/{id}/complete',
  ask: '/api/v1/service-requests/{id}/ask',
  reject: '/api/v1/service-requests/{id}/reject',
  accept: '/api/v1/service-requests/{id}/accept',
  refuse: '/api/v1/service-requests/{id}/refuse',
  correct: '/api/v1/service-requests/{id}/correct',
  transfer: '/api/v1/service-requests/{id}/transfer',
  reopen: '/api/v1/service-requests/{id}/reopen',
  comment: '/api/v1/service-requests/{id}/comment',
  merge: '/api/v1/service-requests/{id}/merge',
  unmerge: '/api/v1/service-requests/{id}/unmerge',
  moderate: '/api/v1/service-requests/{id}/moderate',
} as const satisfies Record<RequestCommand, string>;

/** One command as its form gives it, with its own words. */
export type GivenCommand = {
  [C in RequestCommand]: { command: C; body: Body<(typeof PATHS)[C]> };
}[RequestCommand];

/** Which version of the request its author saw, and the key under which the command acts once. */
export interface Circumstances {
  version: number;
  key: string;
}

/** @returns the request as it is now @throws {ApiError} 412 when it changed meanwhile */
export function giveCommand(
  id: string,
  { command, body }: GivenCommand,
  { version, key }: Circumstances,
): Promise<RequestDetail> {
  const headers = { 'if-match': `"${version}"`, 'idempotency-key': key };
  const params = { path: { id } };
  return ask(() => api.POST(PATHS[command], { params, headers, body: body as never }));
}
