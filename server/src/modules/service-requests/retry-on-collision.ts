const UNIQUE_VIOLATION = '23505';
const CONSTRAINT = 'service_request_territory_id_code_key';
const MOST_ATTEMPTS = 5;

/**
 * Tries again when a tracking code that was drawn is another request's already: one report in a
 * million where there are a million, one import of a million in two.
 *
 * @param attempt - draws its codes anew each time
 */
export async function retryOnCollision<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (fault) {
      if (count === MOST_ATTEMPTS || !isCollision(fault)) throw fault;
    }
  }
}

function isCollision(fault: unknown): boolean {
  const { code, constraint } = (fault ?? {}) as { code?: unknown; constraint?: unknown };
  return code === UNIQUE_VIOLATION && constraint === CONSTRAINT;
}
