import type { OperationId } from '#shared/contracts/operations.ts';

type Row = Readonly<Record<string, string>>;

/**
 * Rows of what follows an approval: an order that waits for the three parties and has no batch yet, the provider's work
 * order of it, its system in the registry, the responsibility letter, and what is owed for a batch that is open.
 */
export const openingRows = {
  listOrders: { ok: 'everybody' },
  getOrder: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  confirmOrder: { ok: 'clerk operator', 'not-allowed': 'reviewer leader auditAdmin', 'not-found': 'others' },
  planBatch: {
    'order-unconfirmed': 'operator',
    'not-allowed': 'clerk reviewer leader auditAdmin',
    'not-found': 'others',
  },
  // The operator is told that there is no such batch.
  releaseUnits: { 'not-allowed': 'clerk reviewer leader auditAdmin', 'not-found': 'others' },
  dropRemainder: {
    'order-unconfirmed': 'operator',
    'not-allowed': 'clerk reviewer leader auditAdmin',
    'not-found': 'others',
  },
  // The department is told so too.
  collectCredentials: { 'not-allowed': 'reviewer leader auditAdmin operator', 'not-found': 'others' },
  listWorkOrders: { ok: 'everybody' },
  getWorkOrder: { ok: 'provider', 'not-found': 'others' },
  answerWorkOrder: { ok: 'provider', 'not-found': 'others' },
  depositCredentials: { 'batch-open': 'provider', 'not-found': 'others' },
  getLetter: { 'not-offered': 'otherCity', ok: 'others' },
  signLetter: { 'not-offered': 'otherCity', 'not-allowed': 'others' },
  getLetterText: { ok: 'cityAdmin', 'not-allowed': 'others' },
  saveLetterText: { 'letter-moved': 'cityAdmin', 'not-allowed': 'others' },
  listSystems: { ok: 'everybody' },
  getSystem: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  listResources: { ok: 'everybody' },
  listOffCloud: { ok: 'everybody' },
  // What must be on the cloud, without its ground.
  registerOffCloud: {
    'off-cloud-invalid': 'clerk reviewer leader operator otherCounty otherCity',
    'not-allowed': 'others',
  },
  updateOffCloud: { 'not-found': 'everybody' },
  listObligations: { ok: 'everybody' },
  getObligation: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  performObligation: {
    'obligation-invalid': 'clerk',
    'not-allowed': 'reviewer leader auditAdmin operator',
    'not-found': 'others',
  },
  explainObligation: {
    'obligation-not-overdue': 'clerk',
    'not-allowed': 'reviewer leader auditAdmin operator',
    'not-found': 'others',
  },
  judgeObligation: {
    'no-explanation': 'operator',
    'not-allowed': 'clerk reviewer leader auditAdmin',
    'not-found': 'others',
  },
  // Nothing has been recorded, so that there is no file for anybody.
  getEvidence: { 'not-found': 'everybody' },
} as const satisfies Partial<Readonly<Record<OperationId, Row>>>;
