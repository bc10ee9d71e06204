import pg from 'pg';

/** One statement as it reached the driver. */
export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * Notes every statement that `act` sends through connections of this process: what the database
 * alone has to do for it.
 */
export async function recordStatements(act: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args;
    if (typeof first === 'string') statements.push({ text: first, values: (values as []) ?? [] });
    else if (first && typeof first === 'object' && 'text' in first) {
      const { text, values: own } = first as Statement;
      statements.push({ text, values: own ?? (values as []) ?? [] });
    }
    return (original as (...all: unknown[]) => unknown).apply(this, args) as never;
  } as typeof original;
  try {
    await act();
  } finally {
    pg.Client.prototype.query = original;
  }
  return statements;
}

/** Sends them again, one after the other, on one connection. */
export async function replay(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await client.query(text, values);
}
