import { rememberCsrfToken } from '#lib/api/client.ts';
import { explain } from '#lib/api/problem.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import type { Command, Refusal } from './command.ts';
import { type Answer, readOrder, readSession, sendAct, sendPhoto } from './field-api.ts';
import { judge, type Verdict } from './judge.ts';
import { accept, markSent, nextToSend, refuse, withdraw } from './queue.ts';
import type { FieldStore } from './store.ts';
import type { WorkOrder } from './work-order.ts';

/** Why the sending stopped. */
export type Stop =
  | { reason: 'empty' }
  /** `answered`: the server did answer, that it cannot; else nothing came back at all. */
  | { reason: 'later'; answered: boolean; seconds: number | null }
  | { reason: 'sign-in' };

/** What sending needs, beside the network. */
export interface Sending {
  store: FieldStore;
  accountId: string;
  lang: Lang;
  /** Called after each change of what is kept, for the screen. */
  changed(): Promise<void>;
}

/** Sends what waits, one after the other, until nothing does or something stops it. */
export async function sendQueue(sending: Sending): Promise<Stop> {
  const session = await renewProof(sending.accountId);
  if (session) return session;
  for (;;) {
    const command = nextToSend(await sending.store.queue(), sending.accountId);
    if (!command) return { reason: 'empty' };
    const stop = await sendCommand(sending, command);
    await sending.changed();
    if (stop) return stop;
  }
}

/** Sends the photos of an act, then the act. @returns why to stop, if so */
async function sendCommand(sending: Sending, command: Command): Promise<Stop | undefined> {
  const { store } = sending;
  // Each remedy is tried once: what comes back a second time is a refusal.
  const remedies = new Set<Verdict>();
  for (;;) {
    const photos = await uploadPhotos(sending, command);
    if ('answer' in photos) return settle(sending, command, photos.answer, true);
    const queue = await store.changeQueue((before) => markSent(before, command.id));
    const marked = queue.find(({ id }) => id === command.id);
    // Withdrawn in the meantime.
    if (!marked) return undefined;
    const answer = await sendAct(marked, photos.fileIds);
    const verdict = verdictOf(answer);
    if (verdict === 'accepted' && answer.data) return accepted(sending, command, answer.data);
    const first = !remedies.has(verdict);
    remedies.add(verdict);
    if (verdict === 'upload-again' && first) {
      await forgetUploads(store, command);
      continue;
    }
    if (verdict === 'renew-proof' && first) {
      const stop = await renewProof(sending.accountId);
      if (stop) return stop;
      continue;
    }
    return settle(sending, command, answer, false);
  }
}

const verdictOf = ({ status, problem }: Answer<unknown>) => judge(status, problem?.type ?? null);

async function accepted({ store }: Sending, command: Command, order: WorkOrder) {
  await keepOwnPictures(store, command);
  await store.keepOrder(order);
  await store.changeQueue((queue) => accept(queue, command.id, order.version));
  return undefined;
}

/** What an answer other than « done » leads to. */
async function settle(
  sending: Sending,
  command: Command,
  answer: Answer<unknown>,
  ofPhoto: boolean,
): Promise<Stop | undefined> {
  const verdict = verdictOf(answer);
  // Every sending begins with a new proof: what a photo lacks, the next try has.
  const proofIsOld = verdict === 'renew-proof' && ofPhoto;
  if (verdict === 'later' || verdict === 'accepted' || proofIsOld) {
    return laterThan(answer);
  }
  if (verdict === 'sign-in') return { reason: 'sign-in' };
  // Somebody unknown is told « forbidden » or « not found » as well: first make sure who asks.
  const stop = await renewProof(sending.accountId);
  if (stop) return stop;
  if (await isOvertaken(sending, command, answer.status)) return undefined;
  const refusal = refusalOf(answer, sending.lang, ofPhoto);
  await sending.store.changeQueue((queue) => refuse(queue, command.id, refusal));
  return undefined;
}

/**
 * A start that comes after a colleague's has nothing left to say, and must not hold up the end of
 * the work. Also learns what the order has become, so that the screen shows what one disagrees with.
 */
async function isOvertaken({ store }: Sending, command: Command, status: number): Promise<boolean> {
  if (status !== 409 && status !== 412) return false;
  const { data: order } = await readOrder(command.orderId);
  if (!order) return false;
  await store.keepOrder(order);
  if (command.act.kind !== 'start' || order.status === 'planned') return false;
  if (order.status === 'started') {
    await store.changeQueue((queue) => accept(queue, command.id, order.version));
    return true;
  }
  // Ended by another: the agent's own ending, if there is one, is told so in full words.
  const queue = await store.queue();
  const goesOn = queue.some(({ id, orderId }) => orderId === order.id && id !== command.id);
  if (goesOn) await store.changeQueue((before) => withdraw(before, command.id));
  return goesOn;
}

async function uploadPhotos(
  { store }: Sending,
  command: Command,
): Promise<{ fileIds: string[] } | { answer: Answer<unknown> }> {
  const fileIds: string[] = [];
  for (const id of command.photoIds) {
    const photo = await store.photo(id);
    if (!photo) continue;
    let { fileId } = photo;
    if (!fileId) {
      const answer = await sendPhoto(photo);
      if (!answer.data) return { answer };
      fileId = answer.data.id;
      await store.keepPhoto({ ...photo, fileId });
    }
    fileIds.push(fileId);
  }
  return { fileIds };
}

async function forgetUploads(store: FieldStore, command: Command): Promise<void> {
  for (const id of command.photoIds) {
    const photo = await store.photo(id);
    if (photo) await store.keepPhoto({ ...photo, fileId: null });
  }
}

/** What was taken here stays visible here, without network. */
async function keepOwnPictures(store: FieldStore, command: Command): Promise<void> {
  for (const id of command.photoIds) {
    const photo = await store.photo(id);
    if (!photo?.fileId) continue;
    await store.keepPicture(photo.fileId, new Blob([photo.bytes], { type: photo.type }));
  }
}

/** Asks the server who is signed in and for a new proof of origin. @returns why to stop, if so */
async function renewProof(accountId: string): Promise<Stop | undefined> {
  const { status, data, problem } = await readSession();
  if (data?.account.id === accountId) {
    rememberCsrfToken(data.csrfToken);
    return undefined;
  }
  if (data || judge(status, problem?.type ?? null) === 'sign-in') return { reason: 'sign-in' };
  return laterThan({ status, problem });
}

function laterThan({ status, problem }: Pick<Answer<unknown>, 'status' | 'problem'>): Stop {
  return { reason: 'later', answered: status > 0, seconds: problem?.retryAfter ?? null };
}

function refusalOf({ status, problem }: Answer<unknown>, lang: Lang, ofPhoto: boolean): Refusal {
  return {
    status,
    type: problem?.type ?? null,
    title: problem?.title ?? explain(status, null, lang),
    detail: problem?.detail ?? null,
    requestId: problem?.requestId ?? null,
    ofPhoto,
  };
}
