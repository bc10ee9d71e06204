/** Somebody who uses the public API from another device, signed in. */
export interface Caller {
  get<T>(path: string): Promise<T>;
  /** @throws Error with the answer when it is refused */
  post<T>(path: string, body: object, headers?: Record<string, string>): Promise<T>;
  upload(picture: Buffer): Promise<{ id: string }>;
}

export async function signInAt(url: string, email: string, password: string): Promise<Caller> {
  const opened = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { csrfToken } = (await opened.json()) as { csrfToken: string };
  const own = { cookie, 'x-csrf-token': csrfToken };

  async function ask<T>(path: string, init: RequestInit): Promise<T> {
    const answer = await fetch(url + path, { ...init, headers: { ...own, ...init.headers } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  return {
    get: (path) => ask(path, {}),
    post: (path, body, headers) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    upload(picture) {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(picture)], 'photo.jpg', { type: 'image/jpeg' }));
      return ask('/api/v1/files', { method: 'POST', body: form });
    },
  };
}
