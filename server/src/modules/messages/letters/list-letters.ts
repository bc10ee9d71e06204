import { type Act, organizationsOf } from '../../../platform/acts/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../../platform/http/index.ts';
import { isUuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { requestForMessage } from '../neighbours.ts';
import { PRINTERS } from '../policy.ts';
import { countLetters, type ListedLetter, listLetters as read } from './letter-store.ts';
import type { LettersQuery, LetterView } from './schemas.ts';

/**
 * The letters of the actor's organizations: those to print, oldest first, or those printed, newest
 * first; and how many are to be printed in all.
 *
 * @throws Problem `forbidden` (403)
 */
export async function listLetters(
  platform: Platform,
  { territoryId, actor }: Act,
  query: LettersQuery,
): Promise<{ items: LetterView[]; nextCursor: string | null; toPrint: number }> {
  const organizationIds = organizationsOf(actor, ...PRINTERS);
  ensure(organizationIds.length > 0);
  const tx = platform.db.read;
  const limit = limitOf(query);
  const [after] = decodeCursor(query.cursor, 1) ?? [];
  ensure(after === undefined || isUuidv7(String(after)), forgedCursor);
  const letters = await read(tx, territoryId, {
    organizationIds,
    status: query.status ?? 'to-print',
    after: after === undefined ? undefined : String(after),
    limit: limit + 1,
  });
  const { items, nextCursor } = cutPage(
    letters,
    limit,
    (letter) => letter,
    ({ id }) => [id],
  );
  return {
    items: await Promise.all(
      items.map(async (letter) =>
        view(letter, await requestForMessage(tx, territoryId, letter.serviceRequestId)),
      ),
    ),
    nextCursor,
    toPrint: await countLetters(tx, territoryId, organizationIds),
  };
}

type Request = Awaited<ReturnType<typeof requestForMessage>>;

function view(letter: ListedLetter, request: Request): LetterView {
  return {
    ...letter,
    code: request?.code ?? '',
    recipient: request?.name ?? null,
    createdAt: letter.createdAt.toISOString(),
    printedAt: letter.printedAt?.toISOString() ?? null,
  };
}

const forgedCursor = () =>
  commonProblems.validation({
    errors: [{ pointer: '/cursor', detail: 'Ce curseur n’existe pas.' }],
  });
