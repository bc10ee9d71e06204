import Type, { type TObject, type TSchema } from 'typebox';
import { commonProblems } from '../problem/index.ts';

const LARGEST_PAGE = 100;
const USUAL_PAGE = 50;

/** Query parameters of every list: an opaque cursor and a bounded size. */
export const pageQuery = {
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: 'Curseur de la page suivante' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LARGEST_PAGE, default: USUAL_PAGE })),
};

/** The shape of every list: its items, and the cursor of the next page or null. */
export function page<Item extends TSchema>(
  item: Item,
): TObject<{
  items: ReturnType<typeof Type.Array<Item>>;
  nextCursor: ReturnType<typeof nullableText>;
}> {
  return Type.Object({ items: Type.Array(item), nextCursor: nullableText() });
}

const nullableText = () => Type.Union([Type.String(), Type.Null()]);

/** Where a page ended: the sort keys of its last row, opaque to the client. */
export function encodeCursor(keys: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @throws Problem `validation` (400) when it is not one that we made
 */
export function decodeCursor(
  cursor: string | undefined,
  length: number,
): (string | number | null)[] | undefined {
  if (!cursor) return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every(isKey)) return keys;
  } catch {
    // Not JSON: answered below like any forged cursor.
  }
  throw commonProblems.validation({
    errors: [{ pointer: '/cursor', detail: 'Ce curseur n’existe pas.' }],
  });
}

function isKey(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

/** Cuts a list read with one row too many into a page. */
export function cutPage<Row, Item>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Item,
  keys: (row: Row) => (string | number | null)[],
): { items: Item[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: kept.map(present), nextCursor: more ? encodeCursor(keys(last)) : null };
}

/** Size of the page that a query asks for. */
export function limitOf(query: { limit?: number | undefined }): number {
  return query.limit ?? USUAL_PAGE;
}
