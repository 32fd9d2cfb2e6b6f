import { useEffect, useRef } from 'react';

/** What a key does, by the key as typed in lower case. */
export type Hotkeys = Readonly<Record<string, () => void>>;

const typedInto = 'input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"]';

/** Whether a key belongs to what the person types or to an open dialog, not to the page. */
export const isTaken = (event: KeyboardEvent, page: Document): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.isComposing ||
  (event.target instanceof Element && event.target.closest(typedInto) !== null) ||
  page.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null;

/** Single keys for the page's verbs; never while somebody writes or a dialog is open. */
export const useHotkeys = (hotkeys: Hotkeys): void => {
  const current = useRef(hotkeys);
  useEffect(() => {
    current.current = hotkeys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = current.current[event.key.toLowerCase()];
      if (!act || event.repeat || isTaken(event, document)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
