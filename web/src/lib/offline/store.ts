import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Command, readCommand } from './command.ts';
import { inOrder, type Queue } from './queue.ts';
import type { FieldDay, WorkOrder } from './work-order.ts';

/** A photo taken here, kept until the server has the act that it belongs to. */
export interface LocalPhoto {
  id: string;
  accountId: string;
  orderId: string;
  /** Bytes rather than a Blob: some phones lose the content of stored Blobs. */
  bytes: ArrayBuffer;
  type: string;
  /** ISO 8601. */
  takenAt: string;
  /** The act it goes with; `null` while the agent is still at work. */
  commandId: string | null;
  /** The server's id once it is there. */
  fileId: string | null;
}

/** The last reading of a crew's day. */
export interface KeptDay {
  accountId: string;
  day: FieldDay;
  /** ISO 8601. */
  readAt: string;
}

/** Who uses this phone. */
export interface KeptAccount {
  id: string;
  name: string;
}

/** A picture of the server's, small, to be seen without network. */
interface KeptPicture {
  fileId: string;
  bytes: ArrayBuffer;
  type: string;
}

interface Schema extends DBSchema {
  commands: { key: string; value: Command };
  photos: { key: string; value: LocalPhoto };
  days: { key: [account: string, crew: string]; value: KeptDay };
  pictures: { key: string; value: KeptPicture };
  settings: { key: string; value: unknown };
}

const NAME = 'cantonnier-field';
const VERSION = 1;
/** Written through to the disk before we say « c’est noté »: the phone may be dropped right after. */
const STRICT = { durability: 'strict' } as const;

/** What the phone keeps: the day, the acts, the photos. One transaction for what belongs together. */
export class FieldStore {
  readonly #db: IDBPDatabase<Schema>;

  private constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  /** @throws DOMException when the browser allows no storage (a private window, a full disk) */
  static async open(): Promise<FieldStore> {
    const db = await openDB<Schema>(NAME, VERSION, {
      upgrade(opened) {
        opened.createObjectStore('commands', { keyPath: 'id' });
        opened.createObjectStore('photos', { keyPath: 'id' });
        opened.createObjectStore('days', { keyPath: ['accountId', 'day.crew.id'] });
        opened.createObjectStore('pictures', { keyPath: 'fileId' });
        opened.createObjectStore('settings');
      },
      // A newer page of ours wants another version: let it, our own next access reopens.
      blocking: (_current, _blocked, { target }) => (target as IDBDatabase).close(),
    });
    return new FieldStore(db);
  }

  async queue(): Promise<Queue> {
    return readable(await this.#db.getAll('commands'));
  }

  /**
   * Changes the queue by a pure function, atomically.
   *
   * @param photoIds - photos that from now on belong to the command `commandId`
   * @returns the queue as written
   */
  async changeQueue(
    next: (queue: Queue) => Queue,
    bound?: { commandId: string; photoIds: readonly string[] },
  ): Promise<Queue> {
    const tx = this.#db.transaction(['commands', 'photos'], 'readwrite', STRICT);
    const commands = tx.objectStore('commands');
    const photos = tx.objectStore('photos');
    const before = readable(await commands.getAll());
    const after = next(before);
    const isNew = after.some(({ id }) => id === bound?.commandId);
    for (const id of (isNew && bound?.photoIds) || []) {
      const photo = await photos.get(id);
      if (photo) await photos.put({ ...photo, commandId: bound?.commandId ?? null });
    }
    const kept = new Set(after.map(({ id }) => id));
    for (const { id } of before) if (!kept.has(id)) await commands.delete(id);
    for (const command of after) if (!before.includes(command)) await commands.put(command);
    const needed = new Set(after.flatMap((command) => command.photoIds));
    for (const id of before.flatMap((command) => command.photoIds)) {
      if (!needed.has(id)) await photos.delete(id);
    }
    await tx.done;
    return inOrder(after);
  }

  /** The server's newest word on an order of the day. */
  async keepOrder(order: WorkOrder): Promise<void> {
    const tx = this.#db.transaction('days', 'readwrite');
    for await (const cursor of tx.store) {
      const { day } = cursor.value;
      if (!day.items.some(({ id }) => id === order.id)) continue;
      const items = day.items.map((item) => (item.id === order.id ? order : item));
      await cursor.update({ ...cursor.value, day: { ...day, items } });
    }
    await tx.done;
  }

  /** The days on the phone, one a crew. */
  async days(accountId: string): Promise<KeptDay[]> {
    const all = await this.#db.getAll('days');
    return all.filter((kept) => kept.accountId === accountId);
  }

  /** Keeps a crew's day in the place of its last reading; days of crews one has left go. */
  async keepDay(kept: KeptDay): Promise<void> {
    const tx = this.#db.transaction('days', 'readwrite');
    const crewIds = new Set([kept.day.crew, ...kept.day.crews].map(({ id }) => id));
    for (const { accountId, day } of await tx.store.getAll()) {
      if (!crewIds.has(day.crew.id)) await tx.store.delete([accountId, day.crew.id]);
    }
    await tx.store.put(kept);
    await tx.done;
  }

  /** Which crew's day is looked at; `undefined`: the first. */
  async crewId(): Promise<string | undefined> {
    return (await this.#db.get('settings', 'crewId')) as string | undefined;
  }

  async keepCrewId(id: string): Promise<void> {
    await this.#db.put('settings', id, 'crewId');
  }

  photos(): Promise<LocalPhoto[]> {
    return this.#db.getAll('photos');
  }

  photo(id: string): Promise<LocalPhoto | undefined> {
    return this.#db.get('photos', id);
  }

  async keepPhoto(photo: LocalPhoto): Promise<void> {
    const tx = this.#db.transaction('photos', 'readwrite', STRICT);
    await tx.store.put(photo);
    await tx.done;
  }

  async removePhoto(id: string): Promise<void> {
    await this.#db.delete('photos', id);
  }

  async picture(fileId: string): Promise<Blob | undefined> {
    const kept = await this.#db.get('pictures', fileId);
    return kept && new Blob([kept.bytes], { type: kept.type });
  }

  async keepPicture(fileId: string, blob: Blob): Promise<void> {
    await this.#db.put('pictures', { fileId, bytes: await blob.arrayBuffer(), type: blob.type });
  }

  /** Which pictures are on the phone. */
  pictureIds(): Promise<string[]> {
    return this.#db.getAllKeys('pictures');
  }

  async removePicture(fileId: string): Promise<void> {
    await this.#db.delete('pictures', fileId);
  }

  async account(): Promise<KeptAccount | null> {
    return ((await this.#db.get('settings', 'account')) as KeptAccount | undefined) ?? null;
  }

  async keepAccount(account: KeptAccount): Promise<void> {
    await this.#db.put('settings', account, 'account');
  }

  /** Forgets the person and all that they saw; acts not sent yet stay, with their photos. */
  async forgetAccount(accountId: string): Promise<void> {
    const tx = this.#db.transaction(
      ['settings', 'days', 'pictures', 'photos'],
      'readwrite',
      STRICT,
    );
    await tx.objectStore('settings').clear();
    await tx.objectStore('days').clear();
    await tx.objectStore('pictures').clear();
    for await (const cursor of tx.objectStore('photos')) {
      const { commandId } = cursor.value;
      if (commandId === null && cursor.value.accountId === accountId) await cursor.delete();
    }
    await tx.done;
  }
}

function readable(stored: { format: number }[]): Command[] {
  return inOrder(stored.map(readCommand).filter((command) => command !== undefined));
}
