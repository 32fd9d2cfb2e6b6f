import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../button.tsx';
import './verbs.css';

interface FoldOutProps {
  readonly label: string;
  /** A dialog that was opened from the list; the list folds in, and gets the focus back to its button afterwards. */
  readonly busy: boolean;
  /** List items with a button each. */
  readonly children: ReactNode;
}

/** A button with a list of further ones above it. */
export const FoldOut = ({ label, busy, children }: FoldOutProps) => {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const wasBusy = useRef(false);
  const listId = useId();

  useEffect(() => {
    if (busy) setOpen(false);
    else if (wasBusy.current) toggle.current?.focus();
    wasBusy.current = busy;
  }, [busy]);

  useEffect(() => {
    if (!open) return;
    const closeFromOutside = ({ target }: Event) => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false);
    };
    for (const kind of ['pointerdown', 'focusin']) document.addEventListener(kind, closeFromOutside);
    return () => {
      for (const kind of ['pointerdown', 'focusin']) document.removeEventListener(kind, closeFromOutside);
    };
  }, [open]);

  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !open) return;
    setOpen(false);
    toggle.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the buttons inside, which have the focus
    <div className="fold-out" ref={frame} onKeyDown={closeByKey}>
      <Button ref={toggle} block aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      <ul id={listId} className="fold-out-list" hidden={!open}>
        {children}
      </ul>
    </div>
  );
};
