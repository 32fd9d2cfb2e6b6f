import { randomUUID } from 'node:crypto';
import type { OperationId, OperationRoute } from '#shared/contracts/operations.ts';
import { type Asker, ask, type Heard } from './ask.ts';
import { notice2027 } from './holiday-notices.ts';

/** An id that is well formed and nobody's. */
export const nobodysId = '0'.repeat(26);

/** What the path of an operation is filled with; a case's own come from the test. */
const pathParts: Readonly<Record<string, string>> = {
  node: 'jianhu',
  matterId: nobodysId,
  exportId: nobodysId,
  grantId: nobodysId,
  delegationId: nobodysId,
  handOverId: nobodysId,
  reclamationId: `jianhu.${nobodysId}`,
  rectificationId: `jianhu.${nobodysId}`,
  place: '0',
  processId: `jianhu.${nobodysId}`,
  section: 'plan',
  act: 'start',
  entryId: `jianhu.${nobodysId}`,
  obligationId: `jianhu.${nobodysId}-mlps`,
  batch: '1',
  kind: 'cloudApplication',
  event: 'task.firstReview',
};

/** Where a parameter's name means something else. */
const pathPartsOf: Partial<Readonly<Record<OperationId, Readonly<Record<string, string>>>>> = {
  getCatalogueVersion: { version: 'yancheng-2026-05' },
  fileCatalogueVersion: { version: 'yancheng-1999-01' },
  getRecomputation: { version: '999' },
  getDocument: { kind: 'approval' },
  getProcessDocument: { kind: 'warning' },
  getProcessDocumentContent: { kind: 'confirmation' },
  getTemplate: { kind: 'approval' },
  replaceTemplate: { kind: 'approval' },
  restoreTemplate: { kind: 'approval' },
  previewTemplate: { kind: 'approval' },
};

const queriesOf: Partial<Readonly<Record<OperationId, string>>> = { listExports: '?node=jianhu' };

const day = '2026-12-01';
const file = { fileName: '建议书.pdf', size: 1, sha256: '0'.repeat(64) };

/**
 * A body that the contract takes, so that it is the role that decides; where it would have an effect that others would
 * meet, it names what does not exist.
 */
const bodiesOf: Partial<Readonly<Record<OperationId, object>>> = {
  saveTenantSettings: { materials: [{ id: 'nothing' }], values: {} },
  addOrganisation: { name: '建湖县卫生健康委员会' },
  proposeTenantMatter: { change: { kind: 'suspend', node: 'nowhere' }, reason: '试。' },
  decideTenantMatter: { verdict: 'confirm' },
  startExport: { node: 'nowhere', personal: false },
  enrolPerson: {
    personId: 'somebody',
    name: '某人',
    organisation: 'nowhere',
    roles: ['department.clerk'],
    reason: '新到岗。',
  },
  proposeGrant: { membershipId: 'jianhu-clerk', change: { kind: 'reactivate' }, reason: '返岗。' },
  decideGrant: { verdict: 'confirm' },
  saveOutboundHosts: { hosts: [] },
  fileCatalogueVersion: { number: '苏备1号', filedOn: day },
  saveCatalogueDraft: {
    effectiveFrom: '2020-01-01',
    products: [
      {
        id: 'x',
        name: '某产品',
        kind: 'host',
        specification: '无',
        unit: '台',
        unitPriceFen: 1,
      },
    ],
  },
  saveBudgetStandards: { document: '财〔2026〕1号', items: [{ productId: 'nothing', ceilingFen: 1 }] },
  createCase: { kind: 'cloudApplication', systemName: '权限矩阵系统' },
  saveSection: {},
  withdrawCase: { reason: '撤。' },
  decideTask: { verb: 'return', returnTo: 'nowhere', opinion: '退。' },
  transferTask: { to: 'nobody', reason: '出差。' },
  askSigners: { position: 'before', mode: 'all', signers: ['nobody'], question: '请核。' },
  addComment: { text: '请看附件。' },
  copyCase: { readers: ['nobody'] },
  decideBatch: { rows: [{ caseId: `jianhu.${nobodysId}`, taskId: '1-0', version: 1 }] },
  delegateDesk: { to: 'nobody', fromOn: '2020-01-01', untilOn: '2020-01-02', reason: '外出。' },
  startHandOver: { from: 'nobody', to: 'nobody', reason: '调离。' },
  reserveAttachment: { material: 'proposal', ...file },
  replaceTemplate: { fileName: '审批单.docx', content: 'AAAA' },
  previewTemplate: { fileName: '审批单.docx', content: 'AAAA' },
  readMessages: { messageIds: [nobodysId] },
  saveMessageText: { title: '待办', text: '{无此字段}' },
  previewMessageText: { title: '待办', text: '请办理。' },
  previewNotice: notice2027,
  planBatch: { quantities: [{ lineNo: 1, quantity: 1 }] },
  releaseUnits: { reason: '退。' },
  dropRemainder: { reason: '不再需要。' },
  collectCredentials: { code: '0'.repeat(20) },
  answerWorkOrder: { kind: 'confirm' },
  depositCredentials: { credentials: '口令' },
  registerOffCloud: { kind: 'system', name: '某系统', stage: 'new', fiscal: true, classified: false },
  updateOffCloud: { kind: 'plan', plannedOn: '2099-12-31' },
  performObligation: { on: '2020-01-01', statement: '已部署。' },
  explainObligation: { text: '供应商延期。' },
  judgeObligation: { verdict: 'refuse', reason: '理由不足。' },
  openReclamation: { systemId: `jianhu.${nobodysId}`, cause: 'security', reason: '遭入侵。' },
  actOnReclamation: { kind: 'acknowledge' },
  recordFinding: { systemId: `jianhu.${nobodysId}`, kind: 'other', reason: '闲置。', evidence: '监测。' },
  actOnRectification: { kind: 'warn', text: '限期整改。' },
  signLetter: { version: 1, digest: '0'.repeat(64) },
  saveLetterText: { title: '信息安全责任书', text: '遵守规定。' },
  publishNotice: {
    ...notice2027,
    ranges: notice2027.ranges.map((range) => ({ ...range, to: '2026-01-01' })),
  },
  computeDeadline: {
    profile: 'yancheng',
    from: day,
    amount: 5,
    unit: 'workingDay',
    direction: 'after',
  },
  computeBill: {
    profile: 'yancheng',
    from: day,
    to: '2026-12-31',
    lines: [
      {
        id: '1',
        prices: [{ effectiveFrom: '2026-01-01', unitPriceFen: 100 }],
        per: 'month',
        periods: [{ from: day, to: '2026-12-31', quantity: 1 }],
      },
    ],
  },
};

type Route = OperationRoute & { readonly id: OperationId };

export const onCase = ({ path }: Pick<OperationRoute, 'path'>): boolean => path.includes('{caseId}');

const targetOf = ({ id, path }: Route, where: Readonly<Record<string, string>>): string => {
  const parts: Readonly<Record<string, string | undefined>> = { ...pathParts, ...where, ...pathPartsOf[id] };
  return `${path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? 'x')}${queriesOf[id] ?? ''}`;
};

/** Asks one operation as somebody would who knows a case, at a version of it; `more` goes into the body, or in place of what is there. */
export const askOperation = (
  system: Parameters<typeof ask>[0],
  asker: Asker,
  route: Route,
  where: Readonly<Record<string, string>>,
  ifMatch: number,
  more: object = {},
): Promise<Heard> =>
  ask(
    system,
    asker,
    route.method,
    targetOf(route, where),
    route.method === 'GET' ? {} : { body: { ...bodiesOf[route.id], ...more }, ifMatch, key: randomUUID() },
  );
