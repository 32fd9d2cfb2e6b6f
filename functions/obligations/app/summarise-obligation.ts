import type { ObligationSummary } from '#shared/contracts/obligations.ts';
import { isOpen, type Obligation, pendingExplanation, statusOf } from '../domain/obligation-state.ts';
import { kindOf, limitOf, type Reckoning } from '../domain/reckon-due.ts';
import { daysLeft, obligationLight } from './obligation-light.ts';

const statusLabels: Readonly<Record<ObligationSummary['status'], string>> = {
  open: '待履约',
  paused: '已暂停',
  performed: '已履约',
  reclaimOrdered: '已决定收回',
  ended: '已终止',
};

export const summaryOf = (
  obligation: Obligation,
  tenantName: string,
  reckoning: Reckoning,
): ObligationSummary => {
  const { obligationId, kind, systemId, systemName, tenant, organisation, turn, due } = obligation;
  const declared = kindOf(reckoning.rules, kind);
  const clause = limitOf(declared, obligation.level)?.clause ?? declared.clause;
  const status = statusOf(obligation);
  return {
    obligationId,
    kind,
    title: declared.title,
    clause,
    systemId,
    systemName,
    tenant,
    tenantName,
    organisation,
    ...(obligation.orderId === undefined ? {} : { orderId: obligation.orderId }),
    ...(obligation.batch === undefined ? {} : { batch: obligation.batch }),
    turn,
    status,
    statusLabel: statusLabels[status],
    ...obligationLight(obligation, reckoning),
    ...(due
      ? {
          due: {
            dueOn: due.dueOn,
            provisional: due.provisional,
            clause,
            daysLeft: daysLeft(due.dueOn, reckoning),
          },
        }
      : {}),
    lapse: declared.lapse.value,
    waitsFor: !isOpen(obligation) ? 'nobody' : pendingExplanation(obligation) ? 'judge' : 'department',
    ...(obligation.performance ? { performedOn: obligation.performance.on } : {}),
  };
};
