/** What changed, not its content: whoever shows it reads it again. */
export interface Change {
  type: string;
  subject: string;
  organizationId: string | null;
}

type Listener = (change: Change) => void;

/**
 * What colleagues and residents do meanwhile, as the server tells it (server-sent events). The
 * browser reconnects by itself after a cut; what was missed is then unknown, so all is read again.
 */
class Live {
  connected = $state(false);

  readonly #listeners = new Set<Listener>();
  readonly #resumers = new Set<() => void>();

  /** @returns what closes it */
  open(): () => void {
    const source = new EventSource('/api/v1/stream');
    let cut = false;
    source.onopen = () => {
      this.connected = true;
      if (cut) for (const resume of this.#resumers) resume();
      cut = false;
    };
    source.onerror = () => {
      this.connected = false;
      cut = true;
    };
    source.onmessage = ({ data }) => {
      const change = JSON.parse(data) as Change;
      for (const listener of this.#listeners) listener(change);
    };
    return () => {
      source.close();
      this.connected = false;
    };
  }

  /**
   * @param listener - told of each change
   * @param onResume - called after a cut, when changes may have been missed
   * @returns what stops the listening
   */
  subscribe(listener: Listener, onResume?: () => void): () => void {
    this.#listeners.add(listener);
    if (onResume) this.#resumers.add(onResume);
    return () => {
      this.#listeners.delete(listener);
      if (onResume) this.#resumers.delete(onResume);
    };
  }
}

export const live = new Live();
