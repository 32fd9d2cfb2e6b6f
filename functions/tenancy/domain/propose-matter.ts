import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { amongFirstPeople, cityOnly, objectionToMatter } from './check-matter.ts';
import type { MatterFacts, TenantMatter } from './tenant-matter.ts';
import { doerOf } from './two-persons.ts';

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
    objectionToMatter(proposal.tenant, proposal.change, facts);
  return refusal
    ? refuse(refusal)
    : accept({ ...proposal, proposedBy: doerOf(actor), proposedAt: at, state: 'open', version: 1 });
};
