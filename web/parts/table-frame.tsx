import type { ReactNode } from 'react';
import './lists.css';

interface TableFrameProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that may scroll on its own, by keyboard too. */
export const TableFrame = ({ label, children }: TableFrameProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="table-frame" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
