import type { CaseSummary } from '#shared/contracts/cases.ts';
import './lists.css';

const ended: ReadonlySet<CaseSummary['status']> = new Set(['completed', 'rejected', 'withdrawn', 'draft']);

/** Where a case stands, in the API's own word. */
export const StatusTag = ({ of }: { readonly of: Pick<CaseSummary, 'status' | 'statusLabel'> }) => (
  <span className={ended.has(of.status) ? 'status' : 'status status-now'}>{of.statusLabel}</span>
);
