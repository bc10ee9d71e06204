/** Chromium's offer to put the application on the home screen. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** The application itself on this phone: kept to open without network, put on the home screen. */
class Shell {
  /** It will open without network. */
  ready = $state(false);
  /** The browser lets us offer the home screen. */
  offer = $state.raw<InstallPrompt>();

  /** Only `/terrain` is kept: residents' pages are always read afresh. */
  async keep(): Promise<void> {
    if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.offer = event as InstallPrompt;
    });
    try {
      await navigator.serviceWorker.register('/service-worker.js', { scope: '/terrain' });
      await navigator.serviceWorker.ready;
      this.ready = true;
    } catch (error) {
      globalThis.console.warn('not kept for use without network', error);
    }
  }

  async install(): Promise<void> {
    await this.offer?.prompt();
    this.offer = undefined;
  }
}

export const shell = new Shell();
