import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { CaseKind, CloudApplicationRules } from '#shared/regulation/profile.ts';
import type { Decided } from './case-context.ts';
import type { LinkedCase } from './case-state.ts';

/** 平台账号 of a unit: asked for, or open. */
export type AccountState = 'applied' | 'active';

export interface CreateCase {
  readonly caseId: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly systemName: string;
  /** Where the kind is about a system of the registry. */
  readonly systemId?: string | undefined;
  readonly linked?: LinkedCase | undefined;
  /** The unit's account on the management platform, if it has one. */
  readonly account?: AccountState | undefined;
}

type Rules = Pick<CloudApplicationRules, 'needsAccount' | 'opensAccount' | 'preparedBy'>;

/** A unit has one account, and needs it before it asks for resources where the rules say so (kf-cloud-13-2). */
const objectionToAccount = (
  account: AccountState | undefined,
  { needsAccount, opensAccount }: Omit<Rules, 'preparedBy'>,
): Refusal | undefined => {
  if (opensAccount && account !== undefined)
    return {
      code: 'account-exists',
      detail:
        account === 'active'
          ? '本单位已有政务云管理平台账号，不需要再次申请。'
          : '本单位的平台账号申请正在办理，请在办件中查看进度。',
    };
  if (needsAccount && account !== 'active')
    return {
      code: 'account-missing',
      detail: '本单位首次申请政务云资源，须先申请政务云管理平台账号；账号开通后再申请资源。',
    };
  return undefined;
};

const notPrepared: Readonly<Record<Rules['preparedBy'], string>> = {
  'department.clerk': '只有使用部门经办人可以新建申请，请换用经办岗位。',
  'provider.engineer': '此事项由政务云服务提供方申请，请换用服务提供方岗位。',
};

/** 新建草稿: a clerk of a using department begins an application. */
export const createCase = (command: CreateCase, actor: Actor, rules: Rules): Decided => {
  if (!actor.roles.includes(rules.preparedBy))
    return refuse({ code: 'not-allowed', detail: notPrepared[rules.preparedBy] });
  const objection = objectionToAccount(command.account, rules);
  if (objection) return refuse(objection);
  return accept([
    {
      type: 'CaseCreated',
      tenant: actor.tenant,
      caseId: command.caseId,
      number: command.number,
      kind: command.kind,
      organisation: actor.organisation,
      systemName: command.systemName,
      ...(command.systemId === undefined ? {} : { systemId: command.systemId }),
      ...(command.linked ? { linked: command.linked } : {}),
      maker: actor.personId,
    },
    ...(rules.opensAccount ? [{ type: 'AccountClaimed' } as const] : []),
  ]);
};
