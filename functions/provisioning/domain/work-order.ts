import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import {
  isReconfiguration,
  type LentWindow,
  type Order,
  type OrderDue,
  type OrderLine,
  pendingUnits,
  type SealedCredentials,
  type Unit,
} from './order-state.ts';
import { sizeProblems } from './report-size.ts';
import { changedUnits, reportProblems, type UnitReport } from './report-units.ts';
import { evolveTask, isOpenTask, type TaskEvent, type WorkTask, workClosed } from './work-task.ts';

/** 工单: what a provider is asked for, in its own partition; its answers are carried into the order. */
export interface WorkOrder {
  readonly workId: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly tenant: TenantId;
  readonly orderId: string;
  /** `reconfiguration`: resources in use become what the lines say. */
  readonly kind: 'confirmation' | 'opening' | 'reconfiguration' | 'task';
  /** Of an opening or a reconfiguration. */
  readonly batch?: number;
  readonly systemName: string;
  readonly applicant: string;
  readonly issuedAt: string;
  readonly due?: OrderDue;
  readonly lines: readonly OrderLine[];
  /** Of an opening or a reconfiguration. */
  readonly units: readonly Unit[];
  /** 临时扩充: from when until when. */
  readonly window?: Pick<LentWindow, 'from' | 'to'>;
  /** Of a task, which another process asks for. */
  readonly task?: WorkTask;
  readonly answeredAt?: string;
  /** Digest of the credentials that were left last. */
  readonly credentials?: { readonly at: string; readonly digest: string };
}

export interface WorkIssued {
  readonly type: 'WorkIssued';
  readonly work: WorkOrder;
}
/** It is due on another day, or may be begun on another. */
export interface WorkDueMoved {
  readonly type: 'WorkDueMoved';
  readonly due?: OrderDue;
  /** Of a task. */
  readonly notBefore?: string;
}
/** The order asked for them back, and they were not opened. */
export interface WorkUnitsReleased {
  readonly type: 'WorkUnitsReleased';
  readonly unitIds: readonly string[];
}
export interface WorkConfirmed {
  readonly type: 'WorkConfirmed';
}
export interface WorkReported {
  readonly type: 'WorkReported';
  readonly report: UnitReport;
}
export interface WorkCredentialsLeft {
  readonly type: 'WorkCredentialsLeft';
  readonly credentials: Omit<SealedCredentials, 'misses'>;
}
export type WorkEvent =
  | WorkIssued
  | WorkUnitsReleased
  | WorkDueMoved
  | WorkConfirmed
  | WorkReported
  | WorkCredentialsLeft
  | TaskEvent;

export const workIdOf = (orderId: string, batch?: number): string =>
  batch === undefined ? `${orderId}-c` : `${orderId}-b${batch}`;

/** Whether the provider still has something to do of it. */
export const isOpenWork = ({ kind, units, task, answeredAt }: WorkOrder): boolean => {
  if (task) return isOpenTask(task);
  return kind === 'confirmation' ? answeredAt === undefined : pendingUnits({ units }).length > 0;
};

const kindOf = (order: Order, batch: number | undefined, units: readonly Unit[]): WorkOrder['kind'] => {
  if (batch === undefined) return 'confirmation';
  return isReconfiguration(order, { units }) ? 'reconfiguration' : 'opening';
};

/** What the provider is asked for: its word on the whole list, or a batch of it. */
export const workFor = (order: Order, batch: number | undefined, at: string): WorkOrder => {
  const units = order.batches.find(({ no }) => no === batch)?.units ?? [];
  const wanted = new Set(units.map(({ lineNo }) => lineNo));
  return {
    workId: workIdOf(order.orderId, batch),
    provider: order.provider,
    tenant: order.tenant,
    orderId: order.orderId,
    kind: kindOf(order, batch, units),
    ...(batch === undefined ? {} : { batch }),
    systemName: order.systemName,
    applicant: order.organisation.name,
    issuedAt: at,
    ...(order.due ? { due: order.due } : {}),
    ...(order.window ? { window: { from: order.window.from, to: order.window.to } } : {}),
    lines: batch === undefined ? order.lines : order.lines.filter(({ lineNo }) => wanted.has(lineNo)),
    units,
  };
};

/**
 * Issues a work order once, lets go of units that the order wants back as far as they are not opened, and is due when the
 * order is.
 */
export const syncWork = (work: WorkOrder | undefined, wanted: WorkOrder): readonly WorkEvent[] => {
  if (!work) return [{ type: 'WorkIssued', work: wanted }];
  const back = new Set(wanted.units.filter(({ state }) => state === 'releasing').map(({ unitId }) => unitId));
  const unitIds = work.units
    .filter(({ unitId, state }) => back.has(unitId) && state !== 'opened' && state !== 'released')
    .map(({ unitId }) => unitId);
  const moved = wanted.due && isOpenWork(work) && wanted.due.dueOn !== work.due?.dueOn;
  return [
    ...(unitIds.length === 0 ? [] : [{ type: 'WorkUnitsReleased', unitIds } as const]),
    ...(moved && wanted.due ? [{ type: 'WorkDueMoved', due: wanted.due } as const] : []),
  ];
};

export const confirmWork = (work: WorkOrder): Result<readonly WorkEvent[], Refusal> => {
  if (work.kind !== 'confirmation')
    return refuse({ code: 'answer-invalid', detail: '这张工单要求回报开通结果，请填写开通的实例和地址。' });
  return isOpenWork(work) ? accept([{ type: 'WorkConfirmed' }]) : refuse(workClosed);
};

/** 回报: opened units with instance and addresses, and those that could not be opened. */
export const reportWork = (work: WorkOrder, report: UnitReport): Result<readonly WorkEvent[], Refusal> => {
  if (work.kind === 'confirmation')
    return refuse({ code: 'answer-invalid', detail: '这张工单只要求三方确认，不需要回报开通结果。' });
  if (!isOpenWork(work)) return refuse(workClosed);
  const hosts = new Set(work.lines.filter(({ kind }) => kind === 'host').map(({ lineNo }) => lineNo));
  const tooLarge = sizeProblems(work.units, report);
  const errors = tooLarge.length > 0 ? tooLarge : reportProblems(work.units, hosts, report);
  if (errors.length > 0)
    return refuse({ code: 'answer-invalid', detail: '回报的内容需要修改，请按提示处理。', errors });
  if (changedUnits(work.units, report).length === 0)
    return refuse({ code: 'answer-invalid', detail: '回报没有新的内容，请至少回报一个资源。' });
  return accept([{ type: 'WorkReported', report }]);
};

/** 交付登录凭据, once everything of the batch is settled; left again it replaces what was not fetched. */
export const leaveCredentials = (
  work: WorkOrder,
  credentials: Omit<SealedCredentials, 'misses'>,
): Result<readonly WorkEvent[], Refusal> => {
  const opened = work.units.some(({ state }) => state === 'opened');
  if (work.kind !== 'opening' || isOpenWork(work) || !opened)
    return refuse({ code: 'batch-open', detail: '这一批还没有全部开通，开通后再交付登录凭据。' });
  return accept([{ type: 'WorkCredentialsLeft', credentials }]);
};

export const evolveWork = (work: WorkOrder | undefined, event: WorkEvent, at: string): WorkOrder => {
  if (event.type === 'WorkIssued') return event.work;
  if (!work) throw new Error('a work order begins with its issue');
  switch (event.type) {
    case 'WorkConfirmed':
      return { ...work, answeredAt: at };
    case 'WorkDueMoved':
      return {
        ...work,
        ...(event.due ? { due: event.due } : {}),
        ...(work.task && event.notBefore !== undefined
          ? { task: { ...work.task, notBefore: event.notBefore } }
          : {}),
      };
    case 'WorkUnitsReleased':
      return {
        ...work,
        units: work.units.map((unit) =>
          event.unitIds.includes(unit.unitId) ? { ...unit, state: 'released' as const } : unit,
        ),
      };
    case 'WorkReported': {
      const changed = new Map(changedUnits(work.units, event.report).map((unit) => [unit.unitId, unit]));
      return {
        ...work,
        answeredAt: at,
        units: work.units.map((unit) => changed.get(unit.unitId) ?? unit),
      };
    }
    case 'WorkCredentialsLeft':
      return {
        ...work,
        credentials: { at: event.credentials.depositedAt, digest: event.credentials.digest },
      };
    case 'WorkDone':
    case 'WorkCertified':
    case 'WorkWithdrawn':
      if (!work.task) throw new Error(`${work.workId} is no task`);
      return { ...work, answeredAt: at, task: evolveTask(work.task, event, at) };
  }
};
