import { isText, type Language, localize, type Text } from './text.ts';

/** What a catalogue says of one problem. `{name}` in the detail is filled by the member `name`. */
export interface ProblemDefinition {
  readonly status: number;
  readonly title: Text;
  readonly detail?: Text;
}

/** One wrong field of a request. */
export interface FieldError {
  /** JSON pointer into the body (RFC 6901), or the name of a header. */
  readonly pointer: string;
  readonly detail: string | Text;
}

/** What one occurrence adds: extension members of RFC 9457 §3.2, each a plain JSON value or a {@link Text}. */
export interface ProblemMembers {
  /** Says what happened this time, instead of the catalogue's detail. */
  readonly detail?: string | Text;
  readonly errors?: readonly FieldError[];
  /** Seconds to wait before trying again; also sent as the header `Retry-After`. */
  readonly retryAfter?: number;
  readonly [extension: string]: unknown;
}

/** `application/problem+json`, in one language. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly [extension: string]: unknown;
}

/**
 * A refusal that its reader can understand and act on. Made by the factories of a catalogue.
 *
 * Source: RFC 9457, "Problem Details for HTTP APIs".
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** URI reference that names the kind of problem and leads to its page: `/problems/<module>/<name>`. */
  readonly type: string;
  readonly status: number;
  readonly title: Text;
  readonly detail: Text | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(type: string, definition: ProblemDefinition, members: ProblemMembers = {}) {
    const { detail, ...extensions } = members;
    const sentence =
      typeof detail === 'string' ? { fr: detail, en: detail } : (detail ?? definition.detail);
    const filled = sentence && {
      fr: fill(sentence.fr, extensions, 'fr'),
      en: fill(sentence.en, extensions, 'en'),
    };
    super(`${type}: ${filled?.en ?? definition.title.en}`);
    this.type = type;
    this.status = definition.status;
    this.title = definition.title;
    this.detail = filled;
    this.extensions = extensions;
  }

  /** The body to send, under `application/problem+json`. */
  toDocument(language: Language): ProblemDocument {
    return {
      ...(localize(this.extensions, language) as Record<string, unknown>),
      type: this.type,
      title: this.title[language],
      status: this.status,
      ...(this.detail && { detail: this.detail[language] }),
    };
  }

  /** Headers that must go with the body. */
  get headers(): Record<string, string> {
    const { retryAfter } = this.extensions;
    return typeof retryAfter === 'number' ? { 'retry-after': String(Math.ceil(retryAfter)) } : {};
  }
}

function fill(
  sentence: string,
  members: Readonly<Record<string, unknown>>,
  language: Language,
): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = members[name];
    return value === undefined ? hole : String(isText(value) ? value[language] : value);
  });
}
