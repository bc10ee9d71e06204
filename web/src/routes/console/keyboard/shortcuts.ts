/** One key of the console and what it does. */
export interface Shortcut {
  /** As `KeyboardEvent.key` gives it. */
  key: string;
  act: () => void;
}

const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/**
 * Listens to single keys while the component lives. Off while somebody types, while a dialog is
 * open, and together with Ctrl, Alt or Cmd, which belong to the browser.
 *
 * @returns what stops the listening
 * @see WCAG 2.2, 2.1.4: each shortcut is also a button, and none acts from inside a field
 */
export function listenToShortcuts(read: () => Shortcut[]): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    if (document.querySelector('dialog:modal')) return;
    const shortcut = read().find(({ key }) => key === event.key);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.act();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
