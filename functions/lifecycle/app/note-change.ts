import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';

/** The way of a completed change on its system's timeline. Answers the system's id. */
export const noteChange = async (
  registry: Pick<RegistryWriter, 'note'>,
  { ref: { tenant, caseId }, systemId, scale, milestones }: CompletedCase,
): Promise<string> => {
  if (systemId === undefined) throw new Error(`the change ${caseId} is of no system`);
  const what = scale === 'major' ? '重大变更' : '变更';
  await registry.note(
    { tenant, systemId },
    milestones.map(({ kind, at, by, stage }, index) => ({
      id: `${caseId}-${String(index).padStart(3, '0')}`,
      stage: 'change' as const,
      at,
      text: kind === 'confirmed' ? `单位确认并提交${what}申请` : `${what}审核通过（${stage}）`,
      by,
      caseId,
    })),
  );
  return systemId;
};
