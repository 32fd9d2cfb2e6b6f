import type { Actor } from '#shared/kernel/actor.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { Decided } from './case-context.ts';

export interface CreateCase {
  readonly caseId: string;
  readonly systemName: string;
}

/** 新建草稿: a clerk of a using department begins an application. */
export const createCase = (command: CreateCase, actor: Actor): Decided => {
  if (!actor.roles.includes('department.clerk'))
    return refuse({ code: 'not-allowed', detail: '只有使用部门经办人可以新建申请，请换用经办岗位。' });
  return accept([
    {
      type: 'CaseCreated',
      tenant: actor.tenant,
      caseId: command.caseId,
      kind: 'cloudApplication',
      organisation: actor.organisation,
      systemName: command.systemName,
      maker: actor.personId,
    },
  ]);
};
