import type { OperationId } from './operations.ts';

/** How often a tenant may call something: so many calls in a window of so many seconds, by the wall clock. */
export interface Quota {
  readonly calls: number;
  readonly seconds: number;
}

/** An operation by itself, or all files that come with a request. */
export type QuotaName = OperationId | 'uploads';

const minute = (calls: number): Quota => ({ calls, seconds: 60 });

/**
 * What is counted per tenant, and nothing else: exports, uploads, bulk verbs, trials. The gateway's throttles guard the
 * whole; these keep one tenant's script from spending what all others pay for. No regulation says how often: local defaults,
 * far above what people do; trials, which programs call, pass fifty times a second, what is dear does not.
 */
export const quotas: Partial<Record<QuotaName, Quota>> = {
  startExport: { calls: 60, seconds: 3600 },
  reserveAttachment: minute(600),
  uploads: minute(120),
  decideBatch: minute(120),
  startHandOver: { calls: 60, seconds: 3600 },
  computeDeadline: minute(6000),
  computeBill: minute(6000),
};

/** Operations whose requests may carry a file themselves, and the field of the body that holds it. */
export const carriedFiles: Partial<Record<OperationId, string>> = {
  performObligation: 'file',
  recordFinding: 'file',
  actOnRectification: 'file',
  signLetter: 'scan',
  replaceTemplate: 'content',
  previewTemplate: 'content',
};

/** Under which name a request counts; without its file, one that may carry one counts for nothing. */
export const quotaNameOf = (operation: OperationId, body: object): QuotaName | undefined => {
  const field = carriedFiles[operation];
  if (field !== undefined) return field in body ? 'uploads' : undefined;
  return operation in quotas ? operation : undefined;
};
