import type { OperationId } from '#shared/contracts/operations.ts';
import { openingRows } from './access-rows-opening.ts';
import { reclamationRows } from './access-rows-reclamation.ts';

/** People of the case's own county, of another county and another city, and of the city's own node. */
export const personas = {
  clerk: 'jianhu-clerk',
  reviewer: 'jianhu-reviewer',
  leader: 'jianhu-leader',
  tenantAdmin: 'jianhu-tenantadmin',
  securityAdmin: 'jianhu-securityadmin',
  auditAdmin: 'jianhu-auditadmin',
  otherCounty: 'sheyang-reviewer',
  otherCity: 'kaifeng-authority',
  operator: 'yancheng-operator',
  cityAdmin: 'yancheng-tenantadmin',
  citySecurity: 'yancheng-securityadmin',
  provider: 'yancheng-provider',
} as const;
export type Persona = keyof typeof personas;
const everybody = Object.keys(personas) as Persona[];

/** Persons by what they are answered: `ok`, or the code of the problem. `others`: whom the row does not name. */
type Row = Readonly<Record<string, string>>;

/**
 * Stated once: what each operation answers to whom, asked with what `access-requests.ts` says. A new operation gets its
 * row here; an answer that differs from the row is a fault in one of the two.
 */
const rows: Readonly<Record<OperationId, Row>> = {
  getMe: { ok: 'everybody' },
  listTenants: { ok: 'everybody' },
  getTenant: { ok: 'tenantAdmin securityAdmin auditAdmin cityAdmin citySecurity', 'not-allowed': 'others' },
  saveTenantSettings: { 'settings-invalid': 'tenantAdmin cityAdmin', 'not-allowed': 'others' },
  addOrganisation: { 'tenant-invalid': 'tenantAdmin cityAdmin', 'not-allowed': 'others' },
  listTenantMatters: { ok: 'cityAdmin citySecurity', 'not-allowed': 'others' },
  proposeTenantMatter: { 'not-found': 'cityAdmin', 'not-allowed': 'others' },
  decideTenantMatter: { 'not-found': 'cityAdmin citySecurity', 'not-allowed': 'others' },
  listExports: { ok: 'tenantAdmin cityAdmin', 'not-allowed': 'others' },
  startExport: { 'not-found': 'tenantAdmin cityAdmin', 'not-allowed': 'others' },
  linkExport: { 'not-found': 'tenantAdmin cityAdmin', 'not-allowed': 'others' },
  listPeople: { ok: 'tenantAdmin securityAdmin auditAdmin cityAdmin citySecurity', 'not-allowed': 'others' },
  enrolPerson: { 'grant-invalid': 'tenantAdmin cityAdmin', 'not-allowed': 'others' },
  listGrants: { ok: 'tenantAdmin securityAdmin auditAdmin cityAdmin citySecurity', 'not-allowed': 'others' },
  proposeGrant: {
    'grant-invalid': 'tenantAdmin',
    'not-found': 'cityAdmin citySecurity',
    'not-allowed': 'others',
  },
  decideGrant: {
    'not-found': 'tenantAdmin securityAdmin auditAdmin cityAdmin citySecurity',
    'not-allowed': 'others',
  },
  withdrawGrant: {
    'not-found': 'tenantAdmin securityAdmin auditAdmin cityAdmin citySecurity',
    'not-allowed': 'others',
  },
  listAdministrationJournal: { ok: 'auditAdmin', 'not-allowed': 'others' },
  verifyAdministrationJournal: { ok: 'auditAdmin', 'not-allowed': 'others' },
  getOutboundHosts: { ok: 'cityAdmin citySecurity', 'not-allowed': 'others' },
  saveOutboundHosts: { 'hosts-moved': 'citySecurity', 'not-allowed': 'others' },
  listCatalogue: { ok: 'everybody' },
  listCatalogueVersions: { ok: 'everybody' },
  getCatalogueVersion: { 'not-found': 'otherCity', ok: 'others' },
  fileCatalogueVersion: { 'not-allowed': 'everybody' },
  getCatalogueDraft: { ok: 'otherCity operator', 'not-allowed': 'others' },
  getCatalogueRepricing: { ok: 'otherCity operator', 'not-allowed': 'others' },
  saveCatalogueDraft: { 'catalogue-moved': 'otherCity operator', 'not-allowed': 'others' },
  releaseCatalogueDraft: { 'catalogue-moved': 'otherCity', 'not-allowed': 'others' },
  getBudgetStandards: { ok: 'everybody' },
  saveBudgetStandards: { 'not-allowed': 'everybody' },
  listCatalogueJournal: { ok: 'everybody' },
  verifyCatalogueJournal: { ok: 'everybody' },
  getCalendar: { ok: 'everybody' },
  getForm: { ok: 'everybody' },
  getGuide: { ok: 'everybody' },
  getRules: { ok: 'everybody' },
  listKinds: { ok: 'everybody' },
  createCase: { ok: 'clerk', 'not-allowed': 'others' },
  listCases: { ok: 'everybody' },
  getCase: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  getReview: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  saveSection: {
    'not-editable': 'clerk',
    'not-allowed': 'reviewer leader auditAdmin operator',
    'not-found': 'others',
  },
  requestConfirmation: {
    'not-editable': 'clerk',
    'not-allowed': 'reviewer leader auditAdmin operator',
    'not-found': 'others',
  },
  withdrawCase: { ok: 'clerk', 'not-allowed': 'reviewer leader auditAdmin operator', 'not-found': 'others' },
  listTasks: { ok: 'everybody' },
  getWorkload: { ok: 'everybody' },
  decideTask: {
    'not-allowed': 'clerk leader auditAdmin operator',
    'decision-invalid': 'reviewer',
    'not-found': 'others',
  },
  listColleagues: {
    'not-allowed': 'clerk leader auditAdmin operator',
    ok: 'reviewer',
    'not-found': 'others',
  },
  transferTask: {
    'not-allowed': 'clerk leader auditAdmin operator',
    'decision-invalid': 'reviewer',
    'not-found': 'others',
  },
  askSigners: {
    'not-allowed': 'clerk leader auditAdmin operator',
    'decision-invalid': 'reviewer',
    'not-found': 'others',
  },
  urgeTasks: {
    ok: 'clerk',
    'not-allowed': 'reviewer leader auditAdmin',
    'urged-today': 'operator',
    'not-found': 'others',
  },
  recordAct: { 'not-found': 'everybody' },
  addComment: { ok: 'clerk reviewer leader operator', 'not-allowed': 'auditAdmin', 'not-found': 'others' },
  copyCase: {
    'not-allowed': 'clerk auditAdmin',
    'decision-invalid': 'reviewer leader operator',
    'not-found': 'others',
  },
  decideBatch: { ok: 'everybody' },
  listJournal: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  verifyJournal: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  listDelegations: { ok: 'everybody' },
  delegateDesk: { 'delegation-invalid': 'everybody' },
  revokeDelegation: { 'not-found': 'everybody' },
  listDesks: { ok: 'leader tenantAdmin cityAdmin', 'not-allowed': 'others' },
  startHandOver: { 'hand-over-invalid': 'leader tenantAdmin cityAdmin', 'not-allowed': 'others' },
  listHandOvers: { ok: 'leader tenantAdmin cityAdmin', 'not-allowed': 'others' },
  getHandOver: { 'not-found': 'leader tenantAdmin cityAdmin', 'not-allowed': 'others' },
  listAttachments: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  reserveAttachment: {
    'not-editable': 'clerk',
    'not-allowed': 'reviewer leader auditAdmin operator',
    'not-found': 'others',
  },
  completeAttachment: {
    'not-editable': 'clerk',
    'not-allowed': 'reviewer leader auditAdmin operator',
    'not-found': 'others',
  },
  linkAttachment: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  removeAttachment: {
    'not-editable': 'clerk',
    'not-allowed': 'reviewer leader auditAdmin operator',
    'not-found': 'others',
  },
  listDocuments: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  getDocument: { ok: 'clerk reviewer leader auditAdmin operator', 'not-found': 'others' },
  listTemplates: { ok: 'cityAdmin', 'not-allowed': 'others' },
  getTemplate: { ok: 'cityAdmin', 'not-allowed': 'others' },
  replaceTemplate: { 'template-refused': 'cityAdmin', 'not-allowed': 'others' },
  restoreTemplate: { 'template-moved': 'cityAdmin', 'not-allowed': 'others' },
  previewTemplate: { 'template-refused': 'cityAdmin', 'not-allowed': 'others' },
  listMessages: { ok: 'everybody' },
  readMessages: { ok: 'everybody' },
  listMessageTexts: { ok: 'cityAdmin', 'not-allowed': 'others' },
  saveMessageText: { 'message-text-invalid': 'cityAdmin', 'not-allowed': 'others' },
  restoreMessageText: { 'message-texts-moved': 'cityAdmin', 'not-allowed': 'others' },
  previewMessageText: { ok: 'cityAdmin', 'not-allowed': 'others' },
  listCalendars: { ok: 'everybody' },
  previewNotice: { ok: 'cityAdmin', 'not-allowed': 'others' },
  publishNotice: { 'notice-invalid': 'cityAdmin', 'not-allowed': 'others' },
  getRecomputation: {
    'not-found': 'tenantAdmin securityAdmin auditAdmin cityAdmin citySecurity',
    'not-allowed': 'others',
  },
  ...openingRows,
  ...reclamationRows,
  computeDeadline: { ok: 'everybody' },
  computeBill: { ok: 'everybody' },
};

/** What an operation answers to each person. */
export const statedFor = (operation: OperationId): Readonly<Record<string, string>> => {
  const groups = Object.entries(rows[operation]);
  const named = new Map(
    groups.flatMap(([answer, who]) => who.split(' ').map((persona) => [persona, answer] as const)),
  );
  const rest = named.get('others') ?? named.get('everybody');
  return Object.fromEntries(
    everybody.map((persona) => [persona, named.get(persona) ?? rest ?? 'nothing is stated']),
  );
};

export const statedOperations = Object.keys(rows);
