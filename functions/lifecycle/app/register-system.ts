import type { CompletedCase, Milestone } from '#functions/cases/ports/completed-cases.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';

const lifeOf = (caseId: string, { kind, at, by, stage }: Milestone, index: number) => ({
  id: `${caseId}-${String(index).padStart(3, '0')}`,
  stage: kind === 'confirmed' ? ('application' as const) : ('review' as const),
  at,
  text: kind === 'confirmed' ? '单位确认并提交申请' : `审核通过（${stage}）`,
  by,
  caseId,
});

/** The system that a completed application is for, with the way of the application on its timeline. Answers its id. */
export const registerSystem = async (registry: RegistryWriter, completed: CompletedCase): Promise<string> => {
  const { ref, organisation, systemName, completedAt, milestones } = completed;
  const { tenant, caseId } = ref;
  // One that is about a system of the registry already is registered under it, whatever its form calls it.
  const known = completed.systemId;
  const systemId =
    known ??
    (await registry.keepSystem({
      tenant,
      organisation,
      name: systemName,
      createdAt: completedAt,
      caseId,
    }));
  await registry.note(
    { tenant, systemId },
    milestones.map((milestone, index) => lifeOf(caseId, milestone, index)),
  );
  return systemId;
};
