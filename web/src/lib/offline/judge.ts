/** What the queue does with an answer of the server. */
export type Verdict =
  /** Done, now or before. */
  | 'accepted'
  /** Not now: send the very same again later. */
  | 'later'
  /** Nobody is signed in: the queue waits for its owner. */
  | 'sign-in'
  /** The page's proof of origin is old: ask for another, then send again. */
  | 'renew-proof'
  /** The server has forgotten a photo: send it again first. */
  | 'upload-again'
  /** Never as it is: the agent decides. */
  | 'refused';

/** Statuses that mean « not now » although they begin with 4 (RFC 9110, RFC 8470, RFC 6585). */
const NOT_NOW = new Set([408, 425, 429]);

/**
 * @param status - HTTP status; 0 when no answer came
 * @param type - of the problem (RFC 9457), when there is one
 */
export function judge(status: number, type: string | null): Verdict {
  if (status >= 200 && status < 300) return 'accepted';
  if (status === 401) return 'sign-in';
  if (status < 400 || status >= 500 || NOT_NOW.has(status)) return 'later';
  if (type?.endsWith('/http/forged-request')) return 'renew-proof';
  if (type?.endsWith('/files/unknown-file')) return 'upload-again';
  return 'refused';
}
