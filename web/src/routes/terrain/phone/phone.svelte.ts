import { randomId } from '#lib/api/random-id.ts';
import { type FieldAct, newCommand } from '#lib/offline/command.ts';
import { type LocalOrder, project } from '#lib/offline/project.ts';
import { enqueue, type Queue, resend, summarize, withdraw } from '#lib/offline/queue.ts';
import { shrinkPhoto } from '#lib/offline/shrink-photo.ts';
import { FieldStore, type KeptAccount, type KeptDay, type LocalPhoto } from '#lib/offline/store.ts';

/** As many photos as the server takes with one act. */
export const MOST_PHOTOS = 10;

/** What is on this phone, for the screens: read from its storage, changed only through it. */
class Phone {
  /** `undefined` until the storage has been read; `null` when nobody is signed in. */
  account = $state.raw<KeptAccount | null>();
  /** The days of one's crews. */
  days = $state.raw<KeptDay[]>([]);
  crewId = $state<string>();
  queue = $state.raw<Queue>([]);
  photos = $state.raw<LocalPhoto[]>([]);
  /** Somebody else knows the password: asked of the server, never kept. */
  passwordProvisional = $state(false);
  /** The browser refuses to keep anything. */
  broken = $state(false);

  /** The day looked at; `undefined` when it has never been read here. */
  kept = $derived(
    this.crewId === undefined
      ? this.days[0]
      : this.days.find(({ day }) => day.crew.id === this.crewId),
  );
  crews = $derived(this.days[0]?.day.crews ?? []);
  /** The acts of whoever is signed in. */
  own = $derived(this.queue.filter(({ accountId }) => accountId === this.account?.id));
  summary = $derived(summarize(this.queue, this.account?.id ?? null));
  orders = $derived<LocalOrder[]>(project(this.kept?.day.items ?? [], this.own));

  #store: FieldStore | undefined;

  get store(): FieldStore {
    if (!this.#store) throw new Error('the storage is not open yet');
    return this.#store;
  }

  /** Opens the storage and shows what it holds, before anything is asked of the network. */
  async open(): Promise<void> {
    try {
      this.#store ??= await FieldStore.open();
      await this.reload();
    } catch (error) {
      globalThis.console.error(error);
      this.broken = true;
    }
  }

  /** Reads again what is kept. */
  reload = async (): Promise<void> => {
    const account = await this.store.account();
    const [queue, photos, days, crewId] = await Promise.all([
      this.store.queue(),
      this.store.photos(),
      account ? this.store.days(account.id) : [],
      this.store.crewId(),
    ]);
    this.queue = queue;
    this.photos = photos;
    this.days = days;
    this.crewId = crewId;
    this.account = account;
  };

  async chooseCrew(id: string): Promise<void> {
    await this.store.keepCrewId(id);
    await this.reload();
  }

  order(id: string): LocalOrder | undefined {
    const known = this.days.flatMap(({ day }) => day.items).find((order) => order.id === id);
    return known && project([known], this.own)[0];
  }

  /** Photos taken here for the order: with an act that waits, or with none yet. */
  photosOf(orderId: string): LocalPhoto[] {
    return this.photos
      .filter((photo) => photo.orderId === orderId && photo.accountId === this.account?.id)
      .sort((a, b) => a.takenAt.localeCompare(b.takenAt));
  }

  /** Photos that go with the next act on the order. */
  draftsOf(orderId: string): LocalPhoto[] {
    return this.photosOf(orderId).filter(({ commandId }) => commandId === null);
  }

  /** Keeps what the camera saw. @throws DOMException when it cannot be read or kept */
  async addPhoto(orderId: string, file: Blob): Promise<void> {
    const small = await shrinkPhoto(file);
    await this.store.keepPhoto({
      id: randomId(),
      accountId: this.#me.id,
      orderId,
      bytes: await small.arrayBuffer(),
      type: small.type,
      takenAt: new Date().toISOString(),
      commandId: null,
      fileId: null,
    });
    await this.reload();
  }

  async removePhoto(id: string): Promise<void> {
    await this.store.removePhoto(id);
    await this.reload();
  }

  /** Keeps an act with its photos; when this resolves, it is written. @throws DOMException */
  async act(order: LocalOrder, act: FieldAct): Promise<void> {
    const id = randomId();
    const photoIds = this.draftsOf(order.id).map((photo) => photo.id);
    const accountId = this.#me.id;
    const command = newCommand({ id, accountId, order, act, photoIds, at: new Date() });
    await this.store.changeQueue((queue) => enqueue(queue, command), { commandId: id, photoIds });
    await this.reload();
  }

  /** Sends a refused act again, on the order as it is now. */
  async resend(commandId: string, { withPhotos }: { withPhotos: boolean }): Promise<void> {
    const command = this.queue.find(({ id }) => id === commandId);
    if (!command) return;
    const known = this.order(command.orderId);
    const photoIds = withPhotos ? command.photoIds : [];
    const id = randomId();
    const again = { id, version: known?.version ?? command.seenVersion, photoIds };
    await this.store.changeQueue((queue) => resend(queue, commandId, again), {
      commandId: id,
      photoIds,
    });
    await this.reload();
  }

  async withdraw(commandId: string): Promise<void> {
    await this.store.changeQueue((queue) => withdraw(queue, commandId));
    await this.reload();
  }

  get #me(): KeptAccount {
    if (!this.account) throw new Error('nobody is signed in');
    return this.account;
  }
}

export const phone = new Phone();
