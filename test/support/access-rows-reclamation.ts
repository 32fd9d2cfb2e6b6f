import type { OperationId } from '#shared/contracts/operations.ts';

type Row = Readonly<Record<string, string>>;

/** Rows of rectifications and reclamations, asked of one that is nobody's; who may what on a real one stands in its story. */
export const reclamationRows = {
  listReclamations: { ok: 'everybody' },
  openReclamation: { 'not-found': 'everybody' },
  getReclamation: { 'not-found': 'everybody' },
  actOnReclamation: { 'not-found': 'everybody' },
  getCertificate: { 'not-found': 'everybody' },
  listRectifications: { ok: 'everybody' },
  recordFinding: { 'not-found': 'everybody' },
  getRectification: { 'not-found': 'everybody' },
  actOnRectification: { 'not-found': 'everybody' },
  getRectificationEvidence: { 'not-found': 'everybody' },
  getProcessDocument: { 'not-found': 'everybody' },
  getProcessDocumentContent: { 'not-found': 'everybody' },
} as const satisfies Partial<Readonly<Record<OperationId, Row>>>;
