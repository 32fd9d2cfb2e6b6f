import * as z from 'zod/mini';
import { caseId, caseIdPattern, cursor, isoDate, isoInstant, pageSize, paragraphs, text } from './common.ts';
import { due, line, unit } from './provisioning.ts';
import { resourceId } from './registry.ts';

export const workId = z
  .string()
  .check(z.regex(new RegExp(`^${caseIdPattern}-(c|b[1-9]\\d{0,2}|[a-z]{3,20}[1-9]?)$`)));
export const workParams = z.strictObject({ workId });

const workState = z.enum(['open', 'done']);
export const workSummary = z.object({
  workId,
  kind: z.enum(['confirmation', 'opening', 'reconfiguration', 'task']),
  kindLabel: z.string(),
  batch: z.exactOptional(z.int()),
  systemName: z.string(),
  applicant: z.string(),
  tenantName: z.string(),
  issuedAt: isoInstant,
  state: workState,
  due: z.exactOptional(due),
  /** 临时扩充: both days included. */
  window: z.exactOptional(z.object({ from: isoDate, to: isoDate })),
  opened: z.int(),
  total: z.int(),
});
export type WorkSummary = z.infer<typeof workSummary>;
export const workList = z.object({ items: z.array(workSummary), nextCursor: z.exactOptional(z.string()) });
export type WorkList = z.infer<typeof workList>;
export const workQuery = z.strictObject({
  state: z.exactOptional(workState),
  cursor: z.exactOptional(cursor),
  limit: z.exactOptional(pageSize),
});

export const workView = z.object({
  ...workSummary.shape,
  version: z.int(),
  lines: z.array(line),
  units: z.array(unit),
  credentials: z.exactOptional(z.object({ at: isoInstant })),
  credentialsClause: z.exactOptional(z.string()),
  /** 执行工单: what another process asks to be carried out. */
  task: z.exactOptional(
    z.object({
      processId: caseId,
      step: z.string(),
      title: z.string(),
      note: z.exactOptional(z.string()),
      notBefore: z.exactOptional(isoDate),
      asksErasure: z.boolean(),
      asksCertificate: z.boolean(),
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
      done: z.exactOptional(z.object({ evidence: z.string(), erasure: z.exactOptional(z.string()) })),
      certifiedAt: z.exactOptional(isoInstant),
      withdrawn: z.exactOptional(z.string()),
    }),
  ),
  may: z.array(z.enum(['confirm', 'report', 'leaveCredentials', 'carryOut', 'certify'])),
});
export type WorkView = z.infer<typeof workView>;

const address = z.union([z.ipv4(), z.ipv6()], { error: '请填写一个 IPv4 或 IPv6 地址' });
export const workAnswerBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirm') }),
  z.strictObject({
    kind: z.literal('report'),
    opened: z
      .array(
        z.strictObject({
          unitId: resourceId,
          instanceId: text(100),
          addresses: z.array(address).check(z.maxLength(16)),
        }),
      )
      .check(z.maxLength(1000)),
    failed: z.array(z.strictObject({ unitId: resourceId, reason: text(300) })).check(z.maxLength(1000)),
  }),
  /** An execution, with what proves it. */
  z.strictObject({
    kind: z.literal('done'),
    evidence: paragraphs(2000),
    erasure: z.exactOptional(paragraphs(2000)),
  }),
  z.strictObject({ kind: z.literal('certify') }),
]);
export type WorkAnswerBody = z.infer<typeof workAnswerBody>;
export const workAnswer = z.object({ workId, version: z.int(), state: workState });
export type WorkAnswer = z.infer<typeof workAnswer>;

export const depositBody = z.strictObject({ credentials: paragraphs(20_000) });
/** The code is told once and kept nowhere. */
export const deposited = z.object({ workId, version: z.int(), code: z.string() });
