import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { inPieces } from '#shared/regulation/in-pieces.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import type { OrderEvent } from './order-events.ts';
import {
  type Doer,
  isReconfiguration,
  type Order,
  type OrderLine,
  pendingUnits,
  remainingOf,
  type Unit,
  waitsIn,
} from './order-state.ts';

export interface PlanBatch {
  readonly quantities: readonly { readonly lineNo: number; readonly quantity: number }[];
  readonly reason?: string | undefined;
  /** What has been seen of the last batch's use. */
  readonly usageSeen?: string | undefined;
  /** Why the next batch goes on without. */
  readonly withoutUsage?: string | undefined;
}

/** What one batch holds at most, so that it stays one item of the table. */
export const mostUnits = 1000;

const countBefore = (order: Order, lineNo: number): number =>
  order.batches.flatMap(({ units }) => units).filter((unit) => unit.lineNo === lineNo).length;

/** The resources of a line in a new batch, numbered on from those that were ever planned. */
export const unitsOf = (order: Order, line: OrderLine, quantity: number): Unit[] => {
  if (line.changes)
    return [{ unitId: line.changes.resourceId, lineNo: line.lineNo, quantity, state: 'ordered' }];
  const pieces = inPieces(line) ? quantity : Math.min(1, quantity);
  const before = countBefore(order, line.lineNo);
  return Array.from({ length: pieces }, (_, index) => ({
    unitId: `${order.orderId}-${line.lineNo}-${before + index + 1}`,
    lineNo: line.lineNo,
    quantity: pieces === quantity ? 1 : quantity,
    state: 'ordered',
  }));
};

const lineProblems = (order: Order, { quantities }: PlanBatch): FieldRefusal[] =>
  quantities.flatMap(({ lineNo, quantity }, index) => {
    const pointer = `/quantities/${index}`;
    const line = order.lines.find((one) => one.lineNo === lineNo);
    if (!line) return [{ pointer, code: 'unknown-line', message: `开通单没有第 ${lineNo} 行，请核对行号。` }];
    if (quantities.findIndex((one) => one.lineNo === lineNo) !== index)
      return [{ pointer, code: 'twice', message: `第 ${lineNo} 行写了两次，请合并为一行。` }];
    const left = remainingOf(order, line);
    return quantity > left
      ? [{ pointer, code: 'too-many', message: `第 ${lineNo} 行未开通的数量为 ${left}，请改小。` }]
      : [];
  });

/** What a resource becomes, it becomes as a whole. */
const partialChanges = (order: Order, { quantities }: PlanBatch): FieldRefusal[] =>
  quantities.flatMap(({ lineNo, quantity }, index) => {
    const line = order.lines.find((one) => one.lineNo === lineNo);
    return line?.changes && quantity < remainingOf(order, line)
      ? [
          {
            pointer: `/quantities/${index}`,
            code: 'partial-change',
            message: `第 ${lineNo} 行是对一个在用资源的变更，须一次办完，请填 ${line.quantity}。`,
          },
        ]
      : [];
  });

/** Kinds of which the batch takes more than the setting allows without a reason. */
const above = (order: Order, { quantities }: PlanBatch, rules: ProvisioningRules): readonly ProductKind[] => {
  const limits = rules.batchThreshold?.value ?? {};
  const kinds = Object.keys(limits) as ProductKind[];
  return kinds.filter((kind) => {
    const wanted = quantities.reduce((sum, { lineNo, quantity }) => {
      const line = order.lines.find((one) => one.lineNo === lineNo);
      return line?.kind === kind ? sum + quantity : sum;
    }, 0);
    return wanted > (limits[kind] ?? 0);
  });
};

const reasonProblems = (order: Order, command: PlanBatch, rules: ProvisioningRules): FieldRefusal[] => {
  const clause = rules.batchThreshold?.clause;
  const big = command.reason === undefined ? above(order, command, rules) : [];
  const last = order.batches.at(-1);
  const unseen = command.usageSeen === undefined && command.withoutUsage === undefined;
  return [
    ...(big.length > 0 && clause !== undefined
      ? [
          {
            pointer: '/reason',
            code: 'reason-required',
            message: '一批开通的数量较大，原则上应分批开通；确需一批开通的，请写明理由。',
            clause,
          },
        ]
      : []),
    ...(last && !isReconfiguration(order, last) && rules.usageBetweenBatches && unseen
      ? [
          {
            pointer: '/usageSeen',
            code: 'usage-unseen',
            message: `请先查看第 ${last.no} 批的使用情况并写明，或写明不等使用情况就开通的理由。`,
            clause: rules.usageBetweenBatches.clause,
          },
        ]
      : []),
  ];
};

/** Why nothing can be decided about what remains. */
export const notNow = (order: Order): Refusal | undefined => {
  const last = order.batches.at(-1);
  if (order.window && (order.window.endedAt !== undefined || order.batches.length === 0))
    return {
      code: 'not-offered',
      detail: `临时扩充在保障期间（${order.window.from} 至 ${order.window.to}）开始时自动下达工单，到期恢复，不另行安排批次。`,
    };
  if (order.completedAt !== undefined)
    return { code: 'order-completed', detail: '开通单已经办结，没有可以安排的数量。' };
  if (last && pendingUnits(last).length > 0)
    return {
      code: 'batch-open',
      detail: `第 ${last.no} 批还没有全部开通，请等云服务商办结，或把开不通的退回待安排数量。`,
    };
  if (order.parties.length > 0 && order.confirmedAt === undefined)
    return { code: 'order-unconfirmed', detail: '三方确认还没有完成，完成后才能安排余下的数量。' };
  if (!waitsIn(order, 'batch', (last?.no ?? 0) + 1))
    return { code: 'order-in-transit', detail: '开通单正在流转，几秒后请再试。' };
  return undefined;
};

/**
 * 安排一批开通: nothing before the responsibility letter is signed (yc-cloud-28-1) and the order is confirmed
 * (yc-cloud-17-1); a large batch needs a reason, and the next one the last one's usage seen (yc-cloud-17-3).
 */
export const planBatch = (
  order: Order,
  command: PlanBatch,
  by: Doer,
  { rules, letterSigned }: { readonly rules: ProvisioningRules; readonly letterSigned: boolean },
): Result<readonly OrderEvent[], Refusal> => {
  if (rules.letter && !letterSigned)
    return refuse({
      code: 'letter-unsigned',
      detail: `${order.organisation.name}还没有签订${rules.letter.title}，签订后才能开通。`,
    });
  const refusal = notNow(order);
  if (refusal) return refuse(refusal);
  const errors = [
    ...lineProblems(order, command),
    ...partialChanges(order, command),
    ...reasonProblems(order, command, rules),
  ];
  if (errors.length > 0)
    return refuse({ code: 'batch-invalid', detail: '这一批的安排需要修改，请按提示处理。', errors });
  const units = command.quantities.flatMap(({ lineNo, quantity }) => {
    const line = order.lines.find((one) => one.lineNo === lineNo);
    return line ? unitsOf(order, line, quantity) : [];
  });
  if (units.length === 0 || units.length > mostUnits)
    return refuse({
      code: 'batch-invalid',
      detail: `一批须有 1～${mostUnits} 个资源，请${units.length === 0 ? '至少选一行' : '分成几批'}。`,
    });
  const { reason, usageSeen, withoutUsage } = command;
  const note = usageSeen ?? withoutUsage;
  return accept([
    {
      type: 'BatchPlanned',
      no: order.batches.length + 1,
      by,
      units,
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { usage: { seen: usageSeen !== undefined, note } }),
    },
  ]);
};
