import pg from 'pg';

/** What a live screen needs to know that something changed: it then asks the API. */
export interface Announcement {
  territoryId: string;
  id: string;
  type: string;
  subject: string;
  organizationId: string | null;
}

const CHANNEL = 'cantonnier_events';
/** NOTIFY serialises commits, so it is sent apart from the acts, for all of them at once. */
const GATHER_MS = 50;
/** PostgreSQL refuses a payload of 8,000 bytes or more. */
const PER_NOTIFY = 25;
const RECONNECT_MS = 1_000;

export interface Announcer {
  announce(what: Announcement): void;
  /** Hears the announcements of every process. @returns how to stop hearing */
  subscribe(listener: (what: Announcement) => void): () => void;
  /** Hears what this process itself has just committed, at once. @returns how to stop hearing */
  subscribeHere(listener: (what: Announcement) => void): () => void;
  /**
   * How often we have begun to hear the other processes: what they announced between two beginnings
   * is lost. Undefined while we hear nothing.
   */
  hearing(): number | undefined;
  close(): Promise<void>;
}

/**
 * Carries announcements between processes through LISTEN/NOTIFY.
 *
 * One lost in a crash is harmless: screens reload when they reconnect.
 */
export function createAnnouncer(pool: pg.Pool, url: string): Announcer {
  const listeners = new Set<(what: Announcement) => void>();
  const here = new Set<(what: Announcement) => void>();
  let waiting: Announcement[] = [];
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let closed = false;
  let beginnings = 0;
  let hears = false;

  const listen = async () => {
    if (closed) return;
    const connection = new pg.Client({
      connectionString: url,
      application_name: 'cantonnier-live',
    });
    connection.on('notification', ({ payload }) => {
      for (const what of JSON.parse(payload ?? '[]') as Announcement[]) {
        for (const listener of listeners) listener(what);
      }
    });
    connection.on('error', () => {});
    connection.on('end', () => {
      if (client === connection) hears = false;
      if (!closed && client === connection) setTimeout(listen, RECONNECT_MS).unref();
    });
    client = connection;
    try {
      await connection.connect();
      await connection.query(`LISTEN ${CHANNEL}`);
      beginnings++;
      hears = true;
    } catch {
      if (!closed) setTimeout(listen, RECONNECT_MS).unref();
    }
  };
  const ready = listen();

  const send = async () => {
    timer = undefined;
    const batch = waiting;
    waiting = [];
    for (let start = 0; start < batch.length; start += PER_NOTIFY) {
      const payload = JSON.stringify(batch.slice(start, start + PER_NOTIFY));
      await pool.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(() => {});
    }
  };

  return {
    announce(what) {
      for (const listener of here) listener(what);
      waiting.push(what);
      timer ??= setTimeout(send, GATHER_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeHere(listener) {
      here.add(listener);
      return () => here.delete(listener);
    },
    hearing: () => (hears ? beginnings : undefined),
    async close() {
      closed = true;
      clearTimeout(timer);
      await ready;
      await client?.end().catch(() => {});
    },
  };
}
