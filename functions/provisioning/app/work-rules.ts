import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { CommandFacts, ProcessRules } from '#shared/aggregate/commit-of.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { evolveWork, type WorkEvent, type WorkOrder } from '../domain/work-order.ts';
import { workNotices } from './work-notices.ts';

const kept = (event: WorkEvent, salt: string): { readonly [key: string]: Json } => {
  switch (event.type) {
    case 'WorkIssued':
      return { workId: event.work.workId, units: event.work.units.length };
    case 'WorkDueMoved':
      return {
        ...(event.due ? { dueOn: event.due.dueOn } : {}),
        ...(event.notBefore === undefined ? {} : { notBefore: event.notBefore }),
      };
    case 'WorkUnitsReleased':
      return { unitIds: [...event.unitIds] };
    case 'WorkConfirmed':
      return {};
    case 'WorkReported':
      return {
        opened: event.report.opened.map(({ unitId }) => unitId),
        failed: event.report.failed.map(({ unitId }) => unitId),
      };
    case 'WorkCredentialsLeft':
      return { digest: event.credentials.digest };
    case 'WorkDone':
      return { evidenceDigest: sm3Hex(`${salt}\n${event.evidence}\n${event.erasure ?? ''}`) };
    case 'WorkWithdrawn':
      return { reasonDigest: sm3Hex(`${salt}\n${event.reason}`) };
    case 'WorkCertified':
      return {};
  }
};

/**
 * A provider's answer on its way into the process that asked, as that person's command at the time of their answer; and
 * what the work order has let go of, on its way back.
 */
const effectOf = (event: WorkEvent, work: WorkOrder, { at, by }: CommandFacts): Effect[] => {
  const { tenant, orderId, batch, task } = work;
  if (event.type === 'WorkUnitsReleased')
    return [{ kind: 'provisioning.released', tenant, orderId, batch, unitIds: [...event.unitIds] }];
  if (!by || event.type === 'WorkIssued' || event.type === 'WorkDueMoved' || event.type === 'WorkWithdrawn')
    return [];
  const { type: _type, by: _by, ...said } = { by: undefined, ...event };
  return [
    {
      kind: task?.answers ?? 'provisioning.answered',
      ...(task ? { step: task.step, done: task.done } : {}),
      answer: event.type,
      tenant,
      orderId,
      ...(batch === undefined ? {} : { batch }),
      at,
      by: { ...by, organisation: { ...by.organisation }, roles: [...by.roles] },
      ...said,
    },
  ];
};

export const workRules: ProcessRules<WorkOrder, WorkEvent> = {
  evolve: evolveWork,
  effectsOf: (events, after, facts) => events.flatMap((event) => effectOf(event, after, facts)),
  noticesOf: workNotices,
  kept,
};
