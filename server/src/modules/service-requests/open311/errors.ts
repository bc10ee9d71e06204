import type { Problem } from '../../../platform/problem/index.ts';

/** One error as GeoReport v2 shows it; several may be sent at once. */
export interface Open311Error {
  code: number;
  description: string;
}

/** A refusal in Open311's own words: 404 absent, 403 key, 400 anything else. */
export class Open311Refusal extends Error {
  override readonly name = 'Open311Refusal';
  readonly status: 400 | 403 | 404;
  readonly errors: Open311Error[];

  constructor(status: 400 | 403 | 404, ...descriptions: string[]) {
    super(descriptions.join(' '));
    this.status = status;
    this.errors = descriptions.map((description) => ({ code: status, description }));
  }
}

const UNKNOWN_SERVICE = '/problems/service-requests/unknown-service';

/** What any error of ours is to an Open311 client. */
export function toOpen311(problem: Problem): { status: number; errors: Open311Error[] } {
  const { detail, title, extensions } = problem;
  const status = statusOf(problem);
  const fields = (extensions.errors ?? []) as { detail: string | { fr: string } }[];
  const descriptions = fields.map((field) =>
    typeof field.detail === 'string' ? field.detail : field.detail.fr,
  );
  if (descriptions.length === 0) descriptions.push(detail?.fr ?? title.fr);
  return { status, errors: descriptions.map((description) => ({ code: status, description })) };
}

/** Ours are finer than the standard's three; what is our own fault, or too much, keeps its number. */
function statusOf({ type, status }: Problem): number {
  if (type === UNKNOWN_SERVICE) return 404;
  if (status >= 500 || status === 429 || status === 404) return status;
  return status === 401 || status === 403 ? 403 : 400;
}
