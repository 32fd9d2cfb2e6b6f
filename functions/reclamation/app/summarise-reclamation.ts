import { type DueView, dueView } from '#functions/provisioning/app/due-view.ts';
import type { ReclamationSummary } from '#shared/contracts/reclamation.ts';
import { type Reclamation, reclamationStatus } from '../domain/reclamation-state.ts';
import { rulesOf } from './rules-of.ts';
import type { Today } from './today-for.ts';

const causeLabels: Readonly<Record<ReclamationSummary['cause'], string>> = {
  shutdown: '申请关停',
  rectification: '逾期未整改',
  overdueGoLive: '逾期未上线',
  windowEnded: '临时扩充到期',
  security: '安全原因',
};
const statusLabels: Readonly<Record<ReclamationSummary['status'], string>> = {
  noticed: '待回收',
  moving: '流转中',
  confirming: '待确认数据清除',
  certifying: '待出具证明',
  ended: '已回收',
  restored: '已恢复使用',
};

/** 一件回收 in a list; the head of its page as well. */
export const summariseReclamation = (
  state: Reclamation,
  tenantName: string,
  today: Today,
): ReclamationSummary => {
  const { notice, executed, restored, cause, caseId } = state;
  const status = reclamationStatus(state, rulesOf(state));
  const due: DueView | undefined = restored ? undefined : dueView(notice.due, executed?.at, today);
  return {
    reclamationId: state.reclamationId,
    systemId: state.systemId,
    systemName: state.systemName,
    tenant: state.tenant,
    tenantName,
    organisation: state.organisation,
    cause,
    causeLabel: causeLabels[cause],
    status,
    statusLabel: statusLabels[status],
    decidedAt: state.decision.at,
    ...(caseId === undefined ? {} : { caseId }),
    actOn: notice.actOn,
    ...(due ? { due } : {}),
    resourceCount: state.resources.length,
  };
};
