import * as z from 'zod/mini';
import { caseId, cursor, isoDate, isoInstant, pageSize, paragraphs, tenantId, text } from './common.ts';
import { resourceId, systemId } from './registry.ts';

export const reclamationParams = z.strictObject({ reclamationId: caseId });
export const processQuery = z.strictObject({
  tenant: z.exactOptional(tenantId),
  cursor: z.exactOptional(cursor),
  limit: z.exactOptional(pageSize),
});

export const who = z.object({ name: z.string(), organisation: z.string() });
/** 期限 with its light. */
export const dueLight = z.object({
  dueOn: isoDate,
  provisional: z.boolean(),
  clause: z.string(),
  light: z.enum(['normal', 'soon', 'overdue', 'met', 'missed']),
  word: z.string(),
});

export const reclamationCause = z.enum([
  'shutdown',
  'rectification',
  'overdueGoLive',
  'security',
  'windowEnded',
]);
export const reclamationStatus = z.enum([
  'noticed',
  'moving',
  'confirming',
  'certifying',
  'ended',
  'restored',
]);

export const reclamationSummary = z.object({
  reclamationId: caseId,
  systemId,
  systemName: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  cause: reclamationCause,
  causeLabel: z.string(),
  status: reclamationStatus,
  statusLabel: z.string(),
  decidedAt: isoInstant,
  /** 关停申请 that it follows. */
  caseId: z.exactOptional(caseId),
  actOn: isoDate,
  due: z.exactOptional(dueLight),
  resourceCount: z.int(),
});
export type ReclamationSummary = z.infer<typeof reclamationSummary>;
export const reclamationList = z.object({
  items: z.array(reclamationSummary),
  nextCursor: z.exactOptional(z.string()),
});

const archived = z.strictObject({
  name: text(100),
  lastUsedOn: isoDate,
  receiver: text(100),
  /** 同级档案馆, or the department's own archive office. */
  receiverKind: z.enum(['archive', 'office']),
  handedOn: isoDate,
  receipt: text(100),
});

export const reclamationAct = z.enum(['acknowledge', 'confirmErasure', 'restore', 'revoke']);

const said = z.object({ at: isoInstant, by: z.exactOptional(who), reason: z.string() });
export const reclamationView = z.object({
  ...reclamationSummary.shape,
  version: z.int(),
  decision: said,
  provider: z.exactOptional(z.string()),
  graceClause: z.exactOptional(z.string()),
  dataLoss: z.object({ text: z.string(), clause: z.string() }),
  resources: z.array(
    z.object({
      resourceId,
      name: z.string(),
      specification: z.string(),
      quantity: z.int(),
      unit: z.string(),
      instanceId: z.string(),
      addresses: z.array(z.string()),
    }),
  ),
  acknowledged: z.exactOptional(z.object({ at: isoInstant, by: z.exactOptional(who), byForm: z.boolean() })),
  archived: z.array(z.object(archived.shape)),
  executed: z.exactOptional(
    z.object({
      at: isoInstant,
      by: z.exactOptional(who),
      evidence: z.string(),
      erasure: z.exactOptional(z.string()),
    }),
  ),
  erasure: z.exactOptional(
    z.object({
      clause: z.string(),
      confirmed: z.exactOptional(z.object({ at: isoInstant, by: z.exactOptional(who), note: z.string() })),
    }),
  ),
  certificate: z.exactOptional(
    z.object({
      title: z.string(),
      clause: z.string(),
      issued: z.exactOptional(
        z.object({
          number: z.string(),
          issuedAt: isoInstant,
          digest: z.string(),
          revoked: z.exactOptional(said),
        }),
      ),
    }),
  ),
  restored: z.exactOptional(said),
  billing: z.object({ clause: z.string(), until: z.exactOptional(isoDate) }),
  may: z.array(reclamationAct),
});
export type ReclamationView = z.infer<typeof reclamationView>;

export const reclamationAnswer = z.object({
  reclamationId: caseId,
  version: z.int(),
  status: reclamationStatus,
});
export type ReclamationAnswer = z.infer<typeof reclamationAnswer>;

export const reclamationActBody = z.discriminatedUnion('kind', [
  /** 确认数据责任, and what was handed to the archive. */
  z.strictObject({
    kind: z.literal('acknowledge'),
    archived: z.exactOptional(z.array(archived).check(z.minLength(1), z.maxLength(50))),
  }),
  /** 确认数据清除, after the provider's report. */
  z.strictObject({ kind: z.literal('confirmErasure'), note: paragraphs(1000) }),
  z.strictObject({ kind: z.literal('restore'), reason: paragraphs(1000) }),
  z.strictObject({ kind: z.literal('revoke'), reason: paragraphs(1000) }),
]);
export type ReclamationActBody = z.infer<typeof reclamationActBody>;

/** 安全等原因的回收决定, entered with its evidence. */
export const openReclamationBody = z.strictObject({
  systemId,
  cause: z.literal('security'),
  reason: paragraphs(2000),
  /** By default everything that is in use. */
  resourceIds: z.exactOptional(z.array(resourceId).check(z.minLength(1), z.maxLength(300))),
});

export const certificateView = z.object({
  number: z.string(),
  code: z.string(),
  address: z.string(),
  /** The QR code of the address, as an SVG drawing. */
  qr: z.string(),
  fileName: z.string(),
  content: z.string(),
  digest: z.string(),
});
export type CertificateView = z.infer<typeof certificateView>;
