import type { CompletedCase, Milestone } from '#functions/cases/ports/completed-cases.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { type GivenUpSystems, givenUp, isBehind } from './given-up.ts';

const lifeOf = (caseId: string, { kind, at, by, stage }: Milestone, index: number) => ({
  id: `${caseId}-${String(index).padStart(3, '0')}`,
  stage: kind === 'confirmed' ? ('application' as const) : ('review' as const),
  at,
  text: kind === 'confirmed' ? '单位确认并提交申请' : `审核通过（${stage}）`,
  by,
  caseId,
});

interface Services extends GivenUpSystems {
  readonly registry: Pick<RegistryWriter, 'findSystem' | 'findByName' | 'keepSystem' | 'note'>;
}

/**
 * The department's system of the application's name. One that was given up before the application was approved is not
 * used any more: it loses its name to a new one.
 */
const keptByName = async (services: Services, completed: CompletedCase): Promise<string> => {
  const { ref, organisation, systemName: name, completedAt } = completed;
  const { tenant, caseId } = ref;
  const bearer = (await services.registry.findByName(tenant, organisation.id, name))?.systemId;
  const over = bearer !== undefined && (await givenUp(services, { tenant, systemId: bearer }));
  return services.registry.keepSystem({
    ...{ tenant, organisation, name, createdAt: completedAt, caseId },
    ...(over && (over.closed || isBehind(completedAt, over)) ? { insteadOf: bearer } : {}),
  });
};

/** The system that a completed application is for, with the way of the application on its timeline. Answers its id. */
export const registerSystem = async (services: Services, completed: CompletedCase): Promise<string> => {
  const { tenant, caseId } = completed.ref;
  // One that is about a system of the registry already is registered under it, whatever its form calls it.
  const systemId = completed.systemId ?? (await keptByName(services, completed));
  await services.registry.note(
    { tenant, systemId },
    completed.milestones.map((milestone, index) => lifeOf(caseId, milestone, index)),
  );
  return systemId;
};
