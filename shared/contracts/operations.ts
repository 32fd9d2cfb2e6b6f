/** Who may call an operation: anybody, any signed-in person, or a person under one membership. */
export type Access = 'public' | 'token' | 'membership';

/** The HTTP function that serves an operation; one function per context. */
export type Context =
  | 'calendar'
  | 'tenancy'
  | 'exports'
  | 'cases'
  | 'desks'
  | 'files'
  | 'documents'
  | 'catalogue'
  | 'messages'
  | 'obligations'
  | 'provisioning'
  | 'registry'
  | 'reclamation'
  | 'trials';

export interface OperationRoute {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** OpenAPI path template, e.g. `/v1/cases/{caseId}`. */
  readonly path: string;
  readonly context: Context;
  readonly access: Access;
}

const route = <const Id extends string>(
  id: Id,
  context: Context,
  method: OperationRoute['method'],
  path: string,
  access: Access = 'membership',
): OperationRoute & { readonly id: Id } => ({ id, context, method, path, access });

/** Every JSON operation under `/v1`: the gateway's routes, the OpenAPI document and the handlers all come from here. */
export const operations = [
  route('getMe', 'tenancy', 'GET', '/v1/me', 'token'),
  route('listTenants', 'tenancy', 'GET', '/v1/tenants'),
  route('getTenant', 'tenancy', 'GET', '/v1/tenants/{node}'),
  route('saveTenantSettings', 'tenancy', 'PUT', '/v1/tenants/{node}/settings'),
  route('addOrganisation', 'tenancy', 'POST', '/v1/tenants/{node}/organisations'),
  route('listTenantMatters', 'tenancy', 'GET', '/v1/tenant-matters'),
  route('proposeTenantMatter', 'tenancy', 'POST', '/v1/tenant-matters'),
  route('decideTenantMatter', 'tenancy', 'POST', '/v1/tenant-matters/{matterId}/decisions'),
  route('listExports', 'exports', 'GET', '/v1/exports'),
  route('startExport', 'exports', 'POST', '/v1/exports'),
  route('linkExport', 'exports', 'GET', '/v1/exports/{node}/{exportId}/link'),
  route('listPeople', 'tenancy', 'GET', '/v1/people'),
  route('enrolPerson', 'tenancy', 'POST', '/v1/people'),
  route('listGrants', 'tenancy', 'GET', '/v1/grants'),
  route('proposeGrant', 'tenancy', 'POST', '/v1/grants'),
  route('decideGrant', 'tenancy', 'POST', '/v1/grants/{grantId}/decisions'),
  route('withdrawGrant', 'tenancy', 'POST', '/v1/grants/{grantId}/withdrawals'),
  route('listAdministrationJournal', 'tenancy', 'GET', '/v1/administration/journal'),
  route('verifyAdministrationJournal', 'tenancy', 'GET', '/v1/administration/journal/verification'),
  route('getOutboundHosts', 'tenancy', 'GET', '/v1/outbound-hosts'),
  route('saveOutboundHosts', 'tenancy', 'PUT', '/v1/outbound-hosts'),
  route('listCatalogue', 'catalogue', 'GET', '/v1/catalogue'),
  route('listCatalogueVersions', 'catalogue', 'GET', '/v1/catalogues'),
  route('getCatalogueVersion', 'catalogue', 'GET', '/v1/catalogues/{version}'),
  route('fileCatalogueVersion', 'catalogue', 'POST', '/v1/catalogues/{version}/filings'),
  route('getCatalogueDraft', 'catalogue', 'GET', '/v1/catalogue-draft'),
  route('getCatalogueRepricing', 'cases', 'GET', '/v1/catalogue-draft/repricing'),
  route('saveCatalogueDraft', 'catalogue', 'PUT', '/v1/catalogue-draft'),
  route('releaseCatalogueDraft', 'catalogue', 'POST', '/v1/catalogue-draft/releases'),
  route('getBudgetStandards', 'catalogue', 'GET', '/v1/catalogue-budget-standards'),
  route('saveBudgetStandards', 'catalogue', 'PUT', '/v1/catalogue-budget-standards'),
  route('listCatalogueJournal', 'catalogue', 'GET', '/v1/catalogue-journal'),
  route('verifyCatalogueJournal', 'catalogue', 'GET', '/v1/catalogue-journal/verification'),
  route('getCalendar', 'catalogue', 'GET', '/v1/calendar'),
  route('getForm', 'catalogue', 'GET', '/v1/forms/{kind}'),
  route('getGuide', 'catalogue', 'GET', '/v1/guides/{kind}'),
  route('getRules', 'catalogue', 'GET', '/v1/rules'),
  route('listKinds', 'cases', 'GET', '/v1/kinds'),
  route('createCase', 'cases', 'POST', '/v1/cases'),
  route('listCases', 'cases', 'GET', '/v1/cases'),
  route('getCase', 'cases', 'GET', '/v1/cases/{caseId}'),
  route('getReview', 'cases', 'GET', '/v1/cases/{caseId}/review'),
  route('saveSection', 'cases', 'PUT', '/v1/cases/{caseId}/sections/{section}'),
  route('requestConfirmation', 'cases', 'POST', '/v1/cases/{caseId}/confirmation-requests'),
  route('withdrawCase', 'cases', 'POST', '/v1/cases/{caseId}/withdrawals'),
  route('listTasks', 'cases', 'GET', '/v1/tasks'),
  route('getWorkload', 'cases', 'GET', '/v1/workload'),
  route('decideTask', 'cases', 'POST', '/v1/cases/{caseId}/tasks/{taskId}/decisions'),
  route('listColleagues', 'cases', 'GET', '/v1/cases/{caseId}/tasks/{taskId}/colleagues'),
  route('transferTask', 'cases', 'POST', '/v1/cases/{caseId}/tasks/{taskId}/transfers'),
  route('askSigners', 'cases', 'POST', '/v1/cases/{caseId}/tasks/{taskId}/countersigns'),
  route('urgeTasks', 'cases', 'POST', '/v1/cases/{caseId}/urges'),
  route('addComment', 'cases', 'POST', '/v1/cases/{caseId}/comments'),
  route('copyCase', 'cases', 'POST', '/v1/cases/{caseId}/copies'),
  route('recordAct', 'cases', 'POST', '/v1/cases/{caseId}/acts/{act}'),
  route('decideBatch', 'cases', 'POST', '/v1/decision-batches'),
  route('listJournal', 'cases', 'GET', '/v1/cases/{caseId}/journal'),
  route('verifyJournal', 'cases', 'GET', '/v1/cases/{caseId}/journal/verification'),
  route('listDelegations', 'desks', 'GET', '/v1/delegations'),
  route('delegateDesk', 'desks', 'POST', '/v1/delegations'),
  route('revokeDelegation', 'desks', 'POST', '/v1/delegations/{delegationId}/revocations'),
  route('listDesks', 'desks', 'GET', '/v1/desks'),
  route('startHandOver', 'desks', 'POST', '/v1/hand-overs'),
  route('listHandOvers', 'desks', 'GET', '/v1/hand-overs'),
  route('getHandOver', 'desks', 'GET', '/v1/hand-overs/{handOverId}'),
  route('listAttachments', 'files', 'GET', '/v1/cases/{caseId}/attachments'),
  route('reserveAttachment', 'files', 'POST', '/v1/cases/{caseId}/attachments'),
  route('completeAttachment', 'files', 'POST', '/v1/cases/{caseId}/attachments/{attachmentId}/completions'),
  route('linkAttachment', 'files', 'GET', '/v1/cases/{caseId}/attachments/{attachmentId}/link'),
  route('removeAttachment', 'files', 'DELETE', '/v1/cases/{caseId}/attachments/{attachmentId}'),
  route('listDocuments', 'documents', 'GET', '/v1/cases/{caseId}/documents'),
  route('getDocument', 'documents', 'GET', '/v1/cases/{caseId}/documents/{kind}'),
  route('getProcessDocument', 'documents', 'GET', '/v1/processes/{processId}/documents/{kind}'),
  route(
    'getProcessDocumentContent',
    'documents',
    'GET',
    '/v1/processes/{processId}/documents/{kind}/content',
  ),
  route('listTemplates', 'documents', 'GET', '/v1/templates'),
  route('getTemplate', 'documents', 'GET', '/v1/templates/{kind}'),
  route('replaceTemplate', 'documents', 'PUT', '/v1/templates/{kind}'),
  route('restoreTemplate', 'documents', 'DELETE', '/v1/templates/{kind}'),
  route('previewTemplate', 'documents', 'POST', '/v1/templates/{kind}/previews'),
  route('listMessages', 'messages', 'GET', '/v1/messages'),
  route('readMessages', 'messages', 'POST', '/v1/messages/reads'),
  route('listMessageTexts', 'messages', 'GET', '/v1/message-texts'),
  route('saveMessageText', 'messages', 'PUT', '/v1/message-texts/{event}'),
  route('restoreMessageText', 'messages', 'DELETE', '/v1/message-texts/{event}'),
  route('previewMessageText', 'messages', 'POST', '/v1/message-texts/{event}/previews'),
  route('listCalendars', 'calendar', 'GET', '/v1/calendars'),
  route('previewNotice', 'calendar', 'POST', '/v1/calendars/previews'),
  route('publishNotice', 'calendar', 'POST', '/v1/calendars'),
  route('getRecomputation', 'calendar', 'GET', '/v1/calendars/{version}/recomputation'),
  route('listOrders', 'provisioning', 'GET', '/v1/provisioning-orders'),
  route('getOrder', 'provisioning', 'GET', '/v1/provisioning-orders/{orderId}'),
  route('confirmOrder', 'provisioning', 'POST', '/v1/provisioning-orders/{orderId}/confirmations'),
  route('planBatch', 'provisioning', 'POST', '/v1/provisioning-orders/{orderId}/batches'),
  route('releaseUnits', 'provisioning', 'POST', '/v1/provisioning-orders/{orderId}/batches/{batch}/releases'),
  route('dropRemainder', 'provisioning', 'POST', '/v1/provisioning-orders/{orderId}/remainder-closures'),
  route(
    'collectCredentials',
    'provisioning',
    'POST',
    '/v1/provisioning-orders/{orderId}/batches/{batch}/collections',
  ),
  route('listWorkOrders', 'provisioning', 'GET', '/v1/work-orders'),
  route('getWorkOrder', 'provisioning', 'GET', '/v1/work-orders/{workId}'),
  route('answerWorkOrder', 'provisioning', 'POST', '/v1/work-orders/{workId}/answers'),
  route('depositCredentials', 'provisioning', 'POST', '/v1/work-orders/{workId}/credentials'),
  route('getLetter', 'provisioning', 'GET', '/v1/responsibility-letter'),
  route('signLetter', 'provisioning', 'POST', '/v1/responsibility-letter/signatures'),
  route('getLetterText', 'documents', 'GET', '/v1/letter-text'),
  route('saveLetterText', 'documents', 'PUT', '/v1/letter-text'),
  route('listSystems', 'registry', 'GET', '/v1/systems'),
  route('getSystem', 'registry', 'GET', '/v1/systems/{systemId}'),
  route('listResources', 'registry', 'GET', '/v1/resources'),
  route('listOffCloud', 'registry', 'GET', '/v1/off-cloud-entries'),
  route('registerOffCloud', 'registry', 'POST', '/v1/off-cloud-entries'),
  route('updateOffCloud', 'registry', 'POST', '/v1/off-cloud-entries/{entryId}/updates'),
  route('listObligations', 'obligations', 'GET', '/v1/obligations'),
  route('getObligation', 'obligations', 'GET', '/v1/obligations/{obligationId}'),
  route('performObligation', 'obligations', 'POST', '/v1/obligations/{obligationId}/performances'),
  route('explainObligation', 'obligations', 'POST', '/v1/obligations/{obligationId}/explanations'),
  route('judgeObligation', 'obligations', 'POST', '/v1/obligations/{obligationId}/verdicts'),
  route('getEvidence', 'obligations', 'GET', '/v1/obligations/{obligationId}/evidence'),
  route('listReclamations', 'reclamation', 'GET', '/v1/reclamations'),
  route('openReclamation', 'reclamation', 'POST', '/v1/reclamations'),
  route('getReclamation', 'reclamation', 'GET', '/v1/reclamations/{reclamationId}'),
  route('actOnReclamation', 'reclamation', 'POST', '/v1/reclamations/{reclamationId}/acts'),
  route('getCertificate', 'reclamation', 'GET', '/v1/reclamations/{reclamationId}/certificate'),
  route('listRectifications', 'reclamation', 'GET', '/v1/rectifications'),
  route('recordFinding', 'reclamation', 'POST', '/v1/rectifications'),
  route('getRectification', 'reclamation', 'GET', '/v1/rectifications/{rectificationId}'),
  route(
    'getRectificationEvidence',
    'reclamation',
    'GET',
    '/v1/rectifications/{rectificationId}/evidence/{place}',
  ),
  route('actOnRectification', 'reclamation', 'POST', '/v1/rectifications/{rectificationId}/acts'),
  route('computeDeadline', 'trials', 'POST', '/v1/trials/deadline'),
  route('computeBill', 'trials', 'POST', '/v1/trials/bill'),
];

export type OperationId = (typeof operations)[number]['id'];
