import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { caseId } from '#shared/contracts/common.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { AggregateShape, Parts } from '#shared/table/aggregate-shape.ts';
import { listParts, rowsOfParts } from '#shared/table/list-parts.ts';
import { resourceRows } from '#shared/table/resource-rows.ts';
import type { WorkRef } from '../app/ports.ts';
import { isOpenWork, type WorkOrder } from '../domain/work-order.ts';
import type { WorkTask } from '../domain/work-task.ts';
import { doer, dueItem, lineItem, named, unitItem } from './order-shape.ts';

const workItem = z.object({
  workId: z.string(),
  provider: named,
  tenant: tenantId,
  orderId: caseId,
  kind: z.enum(['confirmation', 'opening', 'reconfiguration', 'task']),
  batch: z.exactOptional(z.int()),
  systemName: z.string(),
  applicant: z.string(),
  issuedAt: z.string(),
  due: z.exactOptional(dueItem),
  window: z.exactOptional(z.object({ from: z.string(), to: z.string() })),
  lines: z.array(lineItem),
  answeredAt: z.exactOptional(z.string()),
  credentials: z.exactOptional(z.object({ at: z.string(), digest: z.string() })),
});
const unitsItem = z.object({ units: z.array(unitItem) });
const taskItem = z.object({
  answers: z.string(),
  processId: z.string(),
  step: z.string(),
  title: z.string(),
  note: z.exactOptional(z.string()),
  notBefore: z.exactOptional(z.string()),
  asksErasure: z.boolean(),
  asksCertificate: z.boolean(),
  done: z.exactOptional(
    z.object({ at: z.string(), by: doer, evidence: z.string(), erasure: z.exactOptional(z.string()) }),
  ),
  certifiedAt: z.exactOptional(z.string()),
  withdrawn: z.exactOptional(z.string()),
});

const unitsPart = 'UNITS';
const taskPart = 'TASK';
const resourcesPart = 'RESOURCES';
/** Behind every due day. */
const noDueDay = '9999-12-31';

const taskParts = ({ resources, ...task }: WorkTask): Parts => ({
  [taskPart]: task,
  ...listParts(resourcesPart, resources),
});

export const workPartition = ({ provider, workId }: WorkRef): string => `P#${provider}#W#${workId}`;
/** Work orders of one tenant, with whichever provider they lie. */
export const workOfTenant = (tenant: TenantId): string => `T#${tenant}#WORK-ORDERS`;
const ofProvider = /^P#([^#]+)#W#(.+)$/;
/** What a work order's journal is called among those of the tenant whose order it is. */
export const workJournalAt = (partition: string): string => partition.replace(ofProvider, 'W#$1#$2');
export const partitionOfWorkJournal = (journal: string): string => {
  const [, provider = '', workId = ''] = journal.split('#');
  return workPartition({ provider, workId });
};
export const workList = (provider: string, state: 'open' | 'done'): string => `P#${provider}#WORK#${state}`;

/** 工单 in its provider's own partition, listed by due day while it is open. */
export const workShape: AggregateShape<WorkRef, WorkOrder> = {
  partitionOf: workPartition,
  idOf: ({ workId }) => workId,
  // It lies with the provider and is anchored with the tenant whose order it is.
  countedAs: (ref, { tenant }) => `T#${tenant}#${workJournalAt(workPartition(ref))}`,
  split: ({ units, task, ...header }) => ({
    header,
    parts: { [unitsPart]: { units }, ...(task ? taskParts(task) : {}) },
  }),
  join: (header, parts) => {
    const task = parts.get(taskPart);
    return {
      ...workItem.parse(header),
      units: unitsItem.parse(parts.get(unitsPart) ?? { units: [] }).units,
      ...(task
        ? {
            task: {
              ...taskItem.parse(task),
              resources: rowsOfParts(resourcesPart, parts, (item) => resourceRows.parse(item)),
            },
          }
        : {}),
    };
  },
  rowsOf: ({ provider, workId }, work) => {
    const open = isOpenWork(work);
    return {
      g1pk: workList(provider, open ? 'open' : 'done'),
      g1sk: open ? `${work.due?.dueOn ?? noDueDay}#${work.issuedAt}#${workId}` : `${work.issuedAt}#${workId}`,
      g3pk: workOfTenant(work.tenant),
      g3sk: workId,
    };
  },
};

/** The same for the provider's own commands, whose answers are kept in the provider's own keys. */
export const workShapeFor = (provider: string): AggregateShape<WorkRef, WorkOrder> => ({
  ...workShape,
  idempotencyKey: ({ tenant, membershipId, operation, key }) => ({
    pk: `P#${provider}#I#${createHash('sha256').update([tenant, membershipId, operation, key].join('\n')).digest('hex')}`,
    sk: 'IDEMPOTENCY',
  }),
});
