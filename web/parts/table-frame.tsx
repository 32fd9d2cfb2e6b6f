import type { ReactNode } from 'react';
import './lists.css';

interface TableFrameProps {
  readonly label: string;
  /** Shows every row and sticks its head to the page, instead of scrolling in a box of its own. */
  readonly whole?: boolean;
  readonly children: ReactNode;
}

/** A table that may scroll on its own, by keyboard too. */
export const TableFrame = ({ label, whole = false, children }: TableFrameProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className={whole ? 'table-frame table-whole' : 'table-frame'} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
