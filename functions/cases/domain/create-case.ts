import type { Actor } from '#shared/kernel/actor.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import { isCityTenant } from '#shared/kernel/tenant.ts';
import type { Decided } from './case-context.ts';

export interface CreateCase {
  readonly caseId: string;
  readonly systemName: string;
}

/**
 * 新建草稿: a clerk of a county's using department begins an application. The rules hold no route for a city's own
 * departments yet; without this refusal their application would wait for a county review that nobody holds.
 */
export const createCase = (command: CreateCase, actor: Actor): Decided => {
  if (!actor.roles.includes('department.clerk'))
    return refuse({ code: 'not-allowed', detail: '只有使用部门经办人可以新建申请，请换用经办岗位。' });
  if (isCityTenant(actor.tenant))
    return refuse({
      code: 'not-offered',
      detail: '市级部门的申请通道尚未开通，目前受理县（市、区）部门的申请。',
    });
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
