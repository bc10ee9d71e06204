import { api } from '#lib/api/client.ts';
import { ask } from '../api/ask.ts';

/** Sends photos one after the other, before what they belong to. @returns their ids */
export async function uploadPhotos(photos: readonly File[]): Promise<string[]> {
  const ids: string[] = [];
  for (const photo of photos) {
    const body = new FormData();
    body.set('file', photo, photo.name);
    // The description of the API does not say how multipart bodies are made.
    const sending: Record<string, unknown> = { body, bodySerializer: (form: FormData) => form };
    const { id } = await ask(() => api.POST('/api/v1/files', sending));
    ids.push(id);
  }
  return ids;
}
