import { api } from '#lib/api/client.ts';
import { isProblem, type Problem } from '#lib/api/problem.ts';
import type { Command } from './command.ts';
import type { FieldDay, WorkOrder } from './work-order.ts';

/** An answer of the server, or none: `status` 0 when nothing came back in time. */
export interface Answer<T> {
  status: number;
  data: T | undefined;
  problem: Problem | null;
}

/** Patience in milliseconds; a photo climbs slowly where the network is poor. */
const ACT_MS = 20_000;
const UPLOAD_MS = 120_000;

/** Sends an act under its own key and on the version it was made for; the same words each time. */
export function sendAct(command: Command, fileIds: string[]): Promise<Answer<WorkOrder>> {
  const photoIds = fileIds.length > 0 ? { photoIds: fileIds } : {};
  const options = {
    params: { path: { id: command.orderId } },
    headers: {
      'idempotency-key': command.id,
      'if-match': `"${command.sentVersion ?? command.seenVersion}"`,
    },
    signal: AbortSignal.timeout(ACT_MS),
  };
  const { act } = command;
  switch (act.kind) {
    case 'start':
      return ask(api.POST('/api/v1/work-orders/{id}/start', { ...options, body: photoIds }));
    case 'complete': {
      const body = { outcome: act.outcome, ...photoIds };
      return ask(api.POST('/api/v1/work-orders/{id}/complete', { ...options, body }));
    }
    case 'fail': {
      const body = { reason: act.reason, note: act.note, ...photoIds };
      return ask(api.POST('/api/v1/work-orders/{id}/fail', { ...options, body }));
    }
  }
}

/** Sends a photo; nothing refers to it until an act does. */
export function sendPhoto(photo: {
  id: string;
  bytes: ArrayBuffer;
  type: string;
}): Promise<Answer<{ id: string }>> {
  const form = new FormData();
  form.set('file', new File([photo.bytes], 'photo.jpg', { type: photo.type }));
  return ask(
    api.POST('/api/v1/files', {
      // The generated type knows JSON bodies only; the browser writes this one's boundary itself.
      ...({ body: form } as object),
      bodySerializer: (body: unknown) => body as FormData,
      headers: { 'idempotency-key': photo.id },
      signal: AbortSignal.timeout(UPLOAD_MS),
    }),
  );
}

export function readDay(crewId: string | undefined): Promise<Answer<FieldDay>> {
  const query = crewId === undefined ? {} : { crewId };
  const signal = AbortSignal.timeout(ACT_MS);
  return ask(api.GET('/api/v1/field/day', { params: { query }, signal }));
}

export function readOrder(id: string): Promise<Answer<WorkOrder>> {
  const signal = AbortSignal.timeout(ACT_MS);
  return ask(api.GET('/api/v1/work-orders/{id}', { params: { path: { id } }, signal }));
}

export function readSession() {
  return ask(api.GET('/api/v1/sessions/current', { signal: AbortSignal.timeout(ACT_MS) }));
}

/** A picture of the day, small enough to keep; `undefined` when it cannot be had now. */
export async function readThumbnail(fileId: string): Promise<Blob | undefined> {
  const answer = await fetch(`/api/v1/files/${encodeURIComponent(fileId)}?size=thumb`, {
    signal: AbortSignal.timeout(ACT_MS),
  }).catch(() => undefined);
  return answer?.ok ? answer.blob() : undefined;
}

async function ask<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Answer<T>> {
  try {
    const { data, error, response } = await call;
    return { status: response.status, data, problem: isProblem(error) ? error : null };
  } catch {
    // No network, no patience left, or an answer that is not ours (a hotel's sign-in page).
    return { status: 0, data: undefined, problem: null };
  }
}
