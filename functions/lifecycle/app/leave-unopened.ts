import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { ofDepartment, type TellOfCase } from '#shared/aggregate/notice.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { type GivenUp, type GivenUpSystems, givenUp, isBehind, systemOf } from './given-up.ts';

export interface LeavingServices extends GivenUpSystems {
  readonly registry: Pick<RegistryWriter, 'findSystem' | 'findByName' | 'note'>;
  readonly tell: TellOfCase;
}

/** The same however late it is asked again. */
const reasonOf = ({ approvedAt }: GivenUp): string =>
  approvedAt === undefined ? '系统已经关停' : `关停申请已于 ${shanghaiDateOf(new Date(approvedAt))} 批准`;

/**
 * A change or an expansion that was approved behind the shutdown of its system opens nothing: its timeline says why, and the unit is
 * told. Answers whether that is so.
 */
export const leftUnopened = async (services: LeavingServices, completed: CompletedCase): Promise<boolean> => {
  const { ref, organisation, systemName, completedAt, milestones, kind } = completed;
  const system = await systemOf(services, completed);
  const over = system && (await givenUp(services, system));
  if (!over || !isBehind(completedAt, over)) return false;
  const reason = reasonOf(over);
  const agreed = milestones.findLast((milestone) => milestone.kind === 'approved');
  await services.registry.note(system, [
    {
      id: `${ref.caseId}-unopened`,
      stage: kind === 'resourceChange' ? 'change' : 'opening',
      at: completedAt,
      text: `申请审核通过，但${reason}，不再开通或变更资源`,
      ...(agreed ? { by: agreed.by } : {}),
      caseId: ref.caseId,
    },
  ]);
  await services.tell(ref, 'unopened', {
    event: 'order.unopened',
    holders: ofDepartment({ tenant: ref.tenant, organisation }, [
      'department.clerk',
      'department.cdo',
      'department.head',
    ]),
    facts: { organisation: organisation.name, systemName, outcome: reason },
    page: `/cases/${ref.caseId}`,
  });
  return true;
};
