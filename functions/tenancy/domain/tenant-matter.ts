import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityTenantOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { maskPhone } from './grant.ts';
import type { Membership } from './membership.ts';
import {
  closed,
  closedAlready,
  doerOf,
  mayDecide,
  objectionToVerdict,
  type TwoPersonsMatter,
  type Verdict,
} from './two-persons.ts';

/** Somebody who is there from a county's first day. */
export interface FirstPerson {
  readonly membershipId: string;
  readonly role: string;
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
}

/** What is proposed for a county of the city. */
export type TenantChange =
  | {
      readonly kind: 'open';
      readonly name: string;
      /** Its designated cloud authority (yc-cloud-4-3). */
      readonly authority: { readonly id: string; readonly name: string };
      readonly departments: readonly { readonly id: string; readonly name: string }[];
      readonly people: readonly FirstPerson[];
    }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'reactivate' };

/** 县（市、区）事项: proposed by the city's tenant administrator, in force once its security administrator confirms. */
export interface TenantMatter extends TwoPersonsMatter {
  readonly id: string;
  /** The county concerned. */
  readonly tenant: TenantId;
  readonly change: TenantChange;
}

/** A county with everybody and everything that it opens with. */
export interface OpenedTenant {
  readonly tenant: TenantId;
  readonly change: Extract<TenantChange, { kind: 'open' }>;
  readonly memberships: readonly Membership[];
  /** Place among the city's nodes. */
  readonly place: number;
}

/** A county as the city's directory has it. */
export interface KnownNode {
  readonly id: TenantId;
  readonly name: string;
  readonly place: number;
  readonly suspendedAt?: string;
}

export interface MatterFacts {
  readonly nodes: readonly KnownNode[];
  /** Roles that must be filled from the first day. */
  readonly firstRoles: readonly { readonly id: string; readonly label: string }[];
}

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

const objection = (tenant: TenantId, change: TenantChange, facts: MatterFacts): Refusal | undefined => {
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

const cityOnly = (actor: Actor, role: string, detail: string): Refusal | undefined =>
  isCityTenant(actor.tenant) && actor.roles.includes(role) ? undefined : { code: 'not-allowed', detail };

/** 提出: by the city's tenant administrator. */
export const proposeMatter = (
  proposal: Pick<TenantMatter, 'id' | 'tenant' | 'change' | 'reason'>,
  actor: Actor,
  facts: MatterFacts,
  at: string,
): Result<TenantMatter, Refusal> => {
  const refusal =
    cityOnly(actor, 'tenant.admin', '县（市、区）的开通、暂停和恢复由市级系统管理员提出。') ??
    amongFirstPeople(proposal.change, actor) ??
    objection(proposal.tenant, proposal.change, facts);
  return refusal
    ? refuse(refusal)
    : accept({ ...proposal, proposedBy: doerOf(actor), proposedAt: at, state: 'open', version: 1 });
};

const masked = (matter: TenantMatter): TenantMatter =>
  matter.change.kind === 'open'
    ? {
        ...matter,
        change: {
          ...matter.change,
          people: matter.change.people.map((one) => ({ ...one, phone: maskPhone(one.phone) })),
        },
      }
    : matter;

const openedBy = (
  { tenant, change }: TenantMatter,
  { nodes }: MatterFacts,
  at: string,
): OpenedTenant | undefined =>
  change.kind === 'open'
    ? {
        tenant,
        change,
        place: Math.max(0, ...nodes.map(({ place }) => place)) + 1,
        memberships: change.people.map(({ membershipId, personId, name, role }) => ({
          id: membershipId,
          personId,
          name,
          tenant,
          organisation: change.authority,
          roles: [role],
          grantsVersion: 1,
          state: 'active',
          since: at,
        })),
      }
    : undefined;

/** Neither of the two persons of the city becomes one of those whom they put in place. */
const amongFirstPeople = (change: TenantMatter['change'], actor: Actor): Refusal | undefined =>
  change.kind === 'open' && change.people.some(({ personId }) => personId === actor.personId)
    ? { code: 'own-grant', detail: '提出人和确认人不能成为新开通县（市、区）的首批人员，请换人办理。' }
    : undefined;

/** What a decided matter leaves: its end, and what came of it. */
export interface MatterClosing {
  readonly matter: TenantMatter;
  readonly opened?: OpenedTenant;
  readonly standing?: { readonly tenant: TenantId; readonly since?: string };
}

/** 确认或退回: by the city's security administrator, who is somebody else than the proposer and none of the first people. */
export const decideMatter = (
  matter: TenantMatter,
  verdict: Verdict,
  actor: Actor,
  facts: MatterFacts,
  at: string,
): Result<MatterClosing, Refusal> => {
  const refusal =
    cityOnly(actor, 'security.admin', '县（市、区）的开通、暂停和恢复由市级安全管理员确认。') ??
    mayDecide(matter, actor) ??
    amongFirstPeople(matter.change, actor) ??
    closedAlready(matter) ??
    objectionToVerdict(verdict);
  if (refusal) return refuse(refusal);
  if (cityTenantOf(matter.tenant) !== actor.tenant) throw new Error(`${matter.id} lies with another city`);
  if (verdict.verdict === 'refuse')
    return accept({ matter: closed(masked(matter), 'refused', actor, at, verdict.reason) });
  const wrong = objection(matter.tenant, matter.change, facts);
  if (wrong) return refuse(wrong);
  const opened = openedBy(matter, facts, at);
  const done = closed(masked(matter), 'confirmed', actor, at);
  if (opened) return accept({ matter: done, opened });
  const { tenant } = matter;
  return accept({
    matter: done,
    standing: matter.change.kind === 'suspend' ? { tenant, since: at } : { tenant },
  });
};
