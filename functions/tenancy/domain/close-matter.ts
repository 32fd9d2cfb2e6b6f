import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityTenantOf, type TenantId } from '#shared/kernel/tenant.ts';
import { amongFirstPeople, cityOnly, objectionToMatter } from './check-matter.ts';
import { maskPhone } from './grant.ts';
import type { MatterFacts, OpenedTenant, TenantMatter } from './tenant-matter.ts';
import { closed, closedAlready, mayDecide, objectionToVerdict, type Verdict } from './two-persons.ts';

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
  const wrong = objectionToMatter(matter.tenant, matter.change, facts);
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
