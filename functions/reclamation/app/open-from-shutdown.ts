import * as z from 'zod/mini';
import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import { rowsAt, textAt } from '#shared/regulation/application/application-form.ts';
import type { ArchivedData } from '../domain/reclamation-state.ts';
import { type OpeningServices, openFor } from './open-reclamation.ts';
import type { ReclaimingServices } from './ports.ts';

const archivedRows = z.array(
  z.object({
    name: z.string(),
    lastUsedOn: z.string(),
    receiver: z.string(),
    receiverKind: z.enum(['archive', 'office']),
    handedOn: z.string(),
    receipt: z.string(),
  }),
);

/** 冷数据 that the form says was handed over before. */
const archivedOf = ({ form }: CompletedCase): readonly ArchivedData[] =>
  archivedRows.parse(rowsAt(form, '/coldData/rows'));

/** 事由 of the form; the section is the city's own. */
const reasonOf = ({ form }: CompletedCase): string =>
  textAt(form, '/shutdown/reason') || textAt(form, '/exit/reason');

/**
 * 重大变更: only what was there before the application beside the exit goes (kf-cloud-18-3); what that one opens, or any
 * later one, stays in use.
 */
const oldOnly = async (
  { registry }: Pick<ReclaimingServices, 'registry'>,
  { linked, ref: { tenant } }: CompletedCase,
  systemId: string,
): Promise<{ resourceIds?: readonly string[] }> => {
  if (!linked) return {};
  const rows = await registry.resourcesOf({ tenant, systemId });
  return {
    resourceIds: rows.flatMap(({ caseId, resourceId }) => (caseId < linked.caseId ? [resourceId] : [])),
  };
};

/**
 * 关停办结之后: everything of the system is taken back. The form says that it is offline and its data are copied, which is
 * the department's word on its data; the reviewer's approval is the decision.
 */
export const openFromShutdown = async (
  services: OpeningServices,
  completed: CompletedCase,
): Promise<void> => {
  const { ref, systemId, ruleVersion, milestones, completedAt } = completed;
  const { tenant, caseId } = ref;
  const confirmed = milestones.findLast(({ kind }) => kind === 'confirmed');
  const approved = milestones.findLast(({ kind }) => kind === 'approved');
  if (!approved) throw new Error(`${caseId} was completed without an approval`);
  if (systemId === undefined) throw new Error(`the shutdown ${caseId} is of no system`);
  const decision = { at: completedAt, by: approved.by, reason: reasonOf(completed) };
  if (!completed.linked) await services.claims.close({ tenant, systemId }, { caseId, decision, ruleVersion });
  const opened = await openFor(services, {
    tenant,
    reclamationId: caseId,
    systemId,
    cause: 'shutdown',
    caseId,
    decision,
    ruleVersion,
    ...(await oldOnly(services, completed, systemId)),
    ...(confirmed ? { acknowledged: { at: confirmed.at, by: confirmed.by, byForm: true } } : {}),
    archived: archivedOf(completed),
  });
  await services.registry.note({ tenant, systemId }, [
    {
      id: `${caseId}-shutdown`,
      stage: 'exit',
      at: completedAt,
      text: opened ? '关停申请审核通过，下达回收' : '关停申请审核通过，没有在用资源',
      by: approved.by,
      caseId,
    },
  ]);
  if (opened || completed.linked) return;
  // What another reclamation takes back already closes the system once that is done.
  const left = (await services.registry.resourcesOf({ tenant, systemId })).some(
    ({ state }) => state === 'inUse',
  );
  if (!left) await services.registry.closeSystem({ tenant, systemId }, completedAt);
};
