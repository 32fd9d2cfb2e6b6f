import type { Actor } from '#shared/kernel/actor.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { type Delegation, longestChain, meets } from './delegation.ts';
import { type PostHolder, sharedPosts } from './posts.ts';

/** So many days ahead at most. */
const mostAhead = 366;

/** Longest absence for which somebody may be stood in for; a local default, in days. */
const mostDays = 180;

export interface Delegate {
  readonly id: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly reason: string;
}

/** Somebody of the tenant, as they stand now. */
export interface Colleague extends PostHolder {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** What a delegation is judged by, read under the tenant's head. */
export interface DelegationFacts {
  /** The colleague, while their membership stands. */
  readonly to: Colleague | undefined;
  /** What the actor has given before. */
  readonly given: readonly Delegation[];
  /** Delegations that lead on from the colleague, and that lead to the actor, within the period. */
  readonly onward: Chain;
  readonly behind: Chain;
  readonly today: LocalDate;
}

/** How far a chain goes, and whom it meets. */
export interface Chain {
  readonly length: number;
  readonly members: ReadonlySet<string>;
}

const invalid = (...errors: readonly FieldRefusal[]): Refusal => ({
  code: 'delegation-invalid',
  detail: '请按下列提示修改后再委托。',
  errors,
});
const at = (pointer: string, code: string, message: string): FieldRefusal => ({ pointer, code, message });

const objectionToDays = ({ fromOn, untilOn }: Delegate, today: LocalDate): Refusal | undefined => {
  if (fromOn < today) return invalid(at('/fromOn', 'past', '开始日期已过，请选择今天或以后的日期。'));
  if (fromOn > addDays(today, mostAhead))
    return invalid(at('/fromOn', 'too-far', `委托最多提前 ${mostAhead} 天设置，请改选较近的开始日期。`));
  if (untilOn < fromOn) return invalid(at('/untilOn', 'order', '结束日期早于开始日期，请修改。'));
  return untilOn > addDays(fromOn, mostDays)
    ? invalid(at('/untilOn', 'too-long', `一次委托不超过 ${mostDays} 天；更久请由系统管理员办理离岗交接。`))
    : undefined;
};

/** Why nothing may lead from somebody into a chain. */
export const chainFault = (
  membershipId: string,
  { onward, behind }: Pick<DelegationFacts, 'onward' | 'behind'>,
): 'circle' | 'chain' | undefined => {
  if (onward.members.has(membershipId)) return 'circle';
  return behind.length + 1 + onward.length > longestChain ? 'chain' : undefined;
};

const objectionToPerson = (
  command: Delegate,
  actor: Actor,
  { to, given, ...chains }: DelegationFacts,
): Refusal | undefined => {
  if (!to) return invalid(at('/to', 'not-a-colleague', '没有这个人，请从本单位同岗位人员中选择。'));
  if (to.personId === actor.personId) return invalid(at('/to', 'self', '不能委托给本人，请选择其他人员。'));
  if (sharedPosts(actor, to).length === 0)
    return invalid(at('/to', 'not-a-colleague', `${to.name}与您不在同一岗位，请选择同岗位人员。`));
  if (given.some((delegation) => meets(delegation, command)))
    return invalid(at('/fromOn', 'overlap', '这段时间已经委托过他人，请先收回，或改选日期。'));
  const fault = chainFault(actor.membershipId, chains);
  if (fault === 'circle')
    return invalid(
      at('/to', 'circle', `这段时间${to.name}的待办又委托到您这里，会形成循环，请选择其他人员。`),
    );
  return fault === 'chain'
    ? invalid(at('/to', 'chain', `转委托最多 ${longestChain} 层，请选择没有再委托他人的人员。`))
    : undefined;
};

/** 委托: for a period, to a colleague of the same tenant and post, never in a circle. */
export const delegate = (
  command: Delegate,
  actor: Actor,
  facts: DelegationFacts,
  now: string,
): Result<Delegation, Refusal> => {
  const refusal = objectionToDays(command, facts.today) ?? objectionToPerson(command, actor, facts);
  if (refusal || !facts.to) return refuse(refusal ?? invalid());
  const { membershipId, personId, name, organisation } = actor;
  const { to } = facts;
  return accept({
    ...command,
    tenant: actor.tenant,
    from: { membershipId, personId, name, organisation: organisation.name },
    to: {
      membershipId: to.membershipId,
      personId: to.personId,
      name: to.name,
      organisation: to.organisation.name,
    },
    roles: sharedPosts(actor, to),
    createdAt: now,
    state: 'active',
    version: 1,
  });
};

/** 收回, or 退回 by whoever stands in; not once it is over. */
export const revoke = (delegation: Delegation, today: LocalDate, now: string): Result<Delegation, Refusal> =>
  delegation.state === 'revoked' || delegation.untilOn < today
    ? refuse({ code: 'delegation-moved', detail: '这项委托已经结束，请刷新查看。' })
    : accept({ ...delegation, state: 'revoked', closedAt: now, version: delegation.version + 1 });

/** What becomes of it when posts of either side are lost: over with the last one; undefined where it covers none. */
export const withoutPosts = (
  delegation: Delegation,
  lost: readonly string[],
  now: string,
): Delegation | undefined => {
  const roles = delegation.roles.filter((role) => !lost.includes(role));
  if (roles.length === delegation.roles.length) return undefined;
  const version = delegation.version + 1;
  return roles.length > 0
    ? { ...delegation, roles, version }
    : { ...delegation, state: 'revoked', closedAt: now, version };
};
