import { clauseName } from './clause-name.ts';

/** The ground of a number, a step or a refusal. */
export const ClauseChip = ({ clause }: { readonly clause: string }) => (
  <span className="clause-chip">
    <span className="visually-hidden">依据：</span>
    {clauseName(clause)}
  </span>
);
