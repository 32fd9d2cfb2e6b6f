import type { OperationId } from './operations.ts';

/** How often a tenant may call something: so many calls in a window of so many seconds, by the wall clock. */
export interface Quota {
  readonly calls: number;
  readonly seconds: number;
}

const minute = (calls: number): Quota => ({ calls, seconds: 60 });

/**
 * What is counted per tenant, and no other operation: exports, uploads, bulk verbs, trials. The gateway's throttles guard the
 * whole; these keep one tenant's script from spending what all others pay for. No regulation says how often: local defaults,
 * far above what people do; trials, which programs call, pass fifty times a second, what is dear does not.
 */
export const quotas: Partial<Record<OperationId, Quota>> = {
  startExport: { calls: 60, seconds: 3600 },
  reserveAttachment: minute(600),
  decideBatch: minute(120),
  startHandOver: { calls: 60, seconds: 3600 },
  computeDeadline: minute(6000),
  computeBill: minute(6000),
};
