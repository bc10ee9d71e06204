import { readThumbnail } from '#lib/offline/field-api.ts';
import type { FieldStore } from '#lib/offline/store.ts';
import type { WorkOrder } from '#lib/offline/work-order.ts';

/** Which pictures an order shows: the resident's and the crew's own. */
const picturesOf = ({ serviceRequest, photos }: WorkOrder) =>
  [...(serviceRequest?.photos ?? []), ...photos].map(({ fileId }) => fileId);

/** Keeps the pictures of these orders on the phone, and lets go of all others. */
export async function keepPictures(store: FieldStore, orders: WorkOrder[]): Promise<void> {
  const wanted = new Set(orders.flatMap(picturesOf));
  const kept = new Set(await store.pictureIds());
  for (const fileId of kept) if (!wanted.has(fileId)) await store.removePicture(fileId);
  for (const fileId of wanted) {
    if (kept.has(fileId)) continue;
    const picture = await readThumbnail(fileId);
    // One that does not come now comes at the next reading.
    if (picture) await store.keepPicture(fileId, picture);
  }
}
