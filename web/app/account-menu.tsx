import './account-menu.css';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { signOut } from '../auth/session-store.ts';
import { Button } from '../parts/button.tsx';

/** The person's name, and behind it how to leave. */
export const AccountMenu = ({ name }: { readonly name: string }) => {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const listId = useId();

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
    if (key !== 'Escape') return;
    setOpen(false);
    toggle.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the buttons inside, which have the focus
    <div className="account" ref={frame} onKeyDown={closeByKey}>
      <button
        ref={toggle}
        type="button"
        className="account-toggle"
        aria-expanded={open}
        aria-controls={listId}
        aria-label={`${name}，账号菜单`}
        onClick={() => setOpen(!open)}
      >
        <strong>{name}</strong>
        <span className="account-caret" aria-hidden="true" />
      </button>
      <ul id={listId} className="account-list" hidden={!open}>
        <li>
          <Button type="text" block onClick={() => void signOut()}>
            退出
          </Button>
        </li>
        <li>
          <Button type="text" block onClick={() => void signOut('everywhere')}>
            在所有设备上退出
          </Button>
        </li>
      </ul>
    </div>
  );
};
