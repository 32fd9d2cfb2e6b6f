import type { ObligationEnded } from './obligation-events.ts';
import { isOpen, type Obligation } from './obligation-state.ts';

/** A resource that is still in use: the case and batch in which it was opened. */
export interface Remaining {
  readonly caseId: string;
  readonly batch: number;
}

const isOwedFor = ({ orderId, batch }: Obligation, resource: Remaining): boolean =>
  batch === undefined || (resource.caseId === orderId && resource.batch === batch);

/** 终止 once nothing is left of what an obligation is owed for; what has been closed before stays as it is. */
export const endObligation = (
  obligation: Obligation | undefined,
  reclamationId: string | undefined,
  left: readonly Remaining[],
): readonly ObligationEnded[] =>
  obligation && isOpen(obligation) && !left.some((resource) => isOwedFor(obligation, resource))
    ? [{ type: 'ObligationEnded', ...(reclamationId === undefined ? {} : { reclamationId }) }]
    : [];
