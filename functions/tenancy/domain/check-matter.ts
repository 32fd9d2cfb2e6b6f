import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { FirstPerson, MatterFacts, TenantChange } from './tenant-matter.ts';

const invalid = (pointer: string, code: string, message: string): Refusal => ({
  code: 'tenant-invalid',
  detail: message,
  errors: [{ pointer, code, message }],
});

const objectionToPeople = (
  people: readonly FirstPerson[],
  { firstRoles }: MatterFacts,
): Refusal | undefined => {
  const missing = firstRoles.filter(({ id }) => !people.some(({ role }) => role === id));
  if (missing.length > 0)
    return invalid(
      '/change/people',
      'role_missing',
      `请填写首批人员：${missing.map(({ label }) => label).join('、')}。`,
    );
  const wrong = people.findIndex(({ role }) => !firstRoles.some(({ id }) => id === role));
  if (wrong >= 0)
    return invalid(`/change/people/${wrong}/role`, 'not_offered', '首批人员只能担任列出的岗位。');
  const twice = people.findIndex(
    (one, index) => people.findIndex(({ personId }) => personId === one.personId) < index,
  );
  return twice < 0
    ? undefined
    : {
        ...invalid(`/change/people/${twice}/personId`, 'twice', '同一人不能担任两个岗位，请另选一人。'),
        code: 'separation-of-duties',
      };
};

const objectionToOpening = (
  tenant: TenantId,
  change: Extract<TenantChange, { kind: 'open' }>,
  facts: MatterFacts,
): Refusal | undefined => {
  if (facts.nodes.some(({ id }) => id === tenant))
    return invalid('/change/node', 'taken', '这个节点编号已被使用，请另取一个。');
  if (facts.nodes.some(({ name }) => name === change.name))
    return invalid('/change/name', 'taken', `${change.name}已经开通，请核对名称。`);
  return objectionToPeople(change.people, facts);
};

/** Why a change cannot be, as the city stands now. */
export const objectionToMatter = (
  tenant: TenantId,
  change: TenantChange,
  facts: MatterFacts,
): Refusal | undefined => {
  if (change.kind === 'open') return objectionToOpening(tenant, change, facts);
  const node = facts.nodes.find(({ id }) => id === tenant);
  if (!node || isCityTenant(tenant))
    return { code: 'not-found', detail: '没有这个县（市、区），或您无权办理。' };
  if ((change.kind === 'suspend') === (node.suspendedAt === undefined)) return undefined;
  return invalid(
    '/change',
    'no_change',
    change.kind === 'suspend' ? `${node.name}已经暂停。` : `${node.name}没有暂停。`,
  );
};

/** 三员 of the city, each with what is theirs. */
export const cityOnly = (actor: Actor, role: string, detail: string): Refusal | undefined =>
  isCityTenant(actor.tenant) && actor.roles.includes(role) ? undefined : { code: 'not-allowed', detail };

/** Neither of the two persons of the city becomes one of those whom they put in place. */
export const amongFirstPeople = (change: TenantChange, actor: Actor): Refusal | undefined =>
  change.kind === 'open' && change.people.some(({ personId }) => personId === actor.personId)
    ? { code: 'own-grant', detail: '提出人和确认人不能成为新开通县（市、区）的首批人员，请换人办理。' }
    : undefined;
