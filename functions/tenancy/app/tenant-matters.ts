import type { MatterAnswer, MatterBody, MatterList, MatterView } from '#shared/contracts/tenants.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { offeredRules, profileOf } from '#shared/regulation/find-profile.ts';
import { administratorRoles } from '#shared/tenancy/roles.ts';
import { decideMatter } from '../domain/close-matter.ts';
import { maskPhone } from '../domain/grant.ts';
import { proposeMatter } from '../domain/propose-matter.ts';
import type { MatterFacts, TenantChange, TenantMatter } from '../domain/tenant-matter.ts';
import type { Verdict } from '../domain/two-persons.ts';
import type { AdministrationServices } from './administration-ports.ts';
import { passAsked } from './pass-asked.ts';
import { labelOf } from './role-book.ts';
import { administratorsOnly, holdsRole } from './who-administers.ts';

const mostListed = 100;

/** The three administrators, and whoever decides in a county's part of the routes. */
const firstRolesOf = (city: string): MatterFacts['firstRoles'] => {
  const profile = profileOf(city);
  const rules = profile && offeredRules(profile);
  const deciding = (rules?.routes ?? [])
    .filter(({ appliesTo }) => appliesTo.includes('county'))
    .flatMap(({ steps }) => steps.flatMap(({ stages }) => stages.map(({ holder }) => holder)))
    .filter((holder) => holder.of === 'county')
    .map(({ role }) => role);
  return [...new Set([...administratorRoles, ...deciding])].map((id) => ({ id, label: labelOf(id) }));
};

const factsFor = async ({ nodesOf }: AdministrationServices, city: string): Promise<MatterFacts> => ({
  nodes: await nodesOf(city),
  firstRoles: firstRolesOf(city),
});

const cityOnly = (actor: Actor): Refusal | undefined =>
  administratorsOnly(actor) ??
  (isCityTenant(actor.tenant)
    ? undefined
    : { code: 'not-allowed', detail: '县（市、区）的开通和暂停由市级办理，请联系市级系统管理员。' });

const answerFor = ({ id, version, state }: TenantMatter): MatterAnswer => ({ matterId: id, version, state });

const changeOf = ({ ids, clock }: AdministrationServices, change: MatterBody['change']): TenantChange => {
  if (change.kind !== 'open') return { kind: change.kind };
  const next = () => ids.next(clock.now().getTime());
  return {
    kind: 'open',
    name: change.name,
    authority: { id: `${change.node}-authority`, name: change.authority },
    departments: change.departments.map((name) => ({ id: `${change.node}-${next().toLowerCase()}`, name })),
    people: change.people.map((one) => ({ ...one, membershipId: next() })),
  };
};

/** 提出开通、暂停或恢复县（市、区）. */
export const proposeTenantMatter = (
  services: AdministrationServices,
  asked: Asked,
  { change, reason }: MatterBody,
): Promise<Result<MatterAnswer, Refusal>> =>
  passAsked(services, asked, async (_roster, at) => {
    const city = cityOf(asked.actor.tenant);
    const tenant: TenantId = `${city}/${change.node}`;
    const id = services.ids.next(services.clock.now().getTime());
    const proposal = { id, tenant, change: changeOf(services, change), reason };
    const decided = proposeMatter(proposal, asked.actor, await factsFor(services, city), at);
    if (!decided.ok) return decided;
    const matter = decided.value;
    return accept({
      event: { type: 'TenantProposed', matter },
      writes: { matter },
      answer: answerFor(matter),
    });
  });

/** 确认或退回: what is confirmed stands from that moment. */
export const decideTenantMatter = (
  services: AdministrationServices,
  asked: Asked,
  { matterId, expectedVersion }: { readonly matterId: string; readonly expectedVersion: number },
  verdict: Verdict,
): Promise<Result<MatterAnswer, Refusal>> =>
  passAsked(services, asked, async (_roster, at) => {
    const city = cityOf(asked.actor.tenant);
    const refusal = cityOnly(asked.actor);
    if (refusal) return refuse(refusal);
    const matter = await services.administration.findMatter(city, matterId);
    if (!matter) return refuse({ code: 'not-found', detail: '没有这个事项，或您无权查看。' });
    const decided = decideMatter(matter, verdict, asked.actor, await factsFor(services, city), at);
    if (!decided.ok) return decided;
    if (matter.version !== expectedVersion)
      return refuse({ code: 'grant-moved', detail: '您看到的不是最新内容，请刷新后再办。' });
    const done = decided.value.matter;
    const type = done.state === 'confirmed' ? 'TenantConfirmed' : 'TenantRefused';
    return accept({ event: { type, matter: done }, writes: decided.value, answer: answerFor(done) });
  });

const contentOf = ({ change, state }: TenantMatter, actor: Actor): Partial<MatterView> => {
  if (change.kind !== 'open') return {};
  const inFull = state === 'open' && holdsRole(actor, 'security.admin');
  return {
    name: change.name,
    authority: change.authority.name,
    departments: change.departments.map(({ name }) => name),
    people: change.people.map(({ role, personId, name, phone }) => ({
      roleLabel: labelOf(role),
      personId,
      name,
      phone: inFull ? phone : maskPhone(phone),
    })),
  };
};

/** 县（市、区）事项 of the caller's city, for its administrators. */
export const listTenantMatters = async (
  services: AdministrationServices,
  actor: Actor,
): Promise<Result<MatterList, Refusal>> => {
  const refusal = cityOnly(actor);
  if (refusal) return refuse(refusal);
  const { tenant } = actor;
  const city = cityOf(tenant);
  const [matters, nodes] = await Promise.all([
    services.administration.listMatters(city, mostListed),
    services.nodesOf(city),
  ]);
  const doers = matters.flatMap(({ proposedBy, closedBy }) =>
    closedBy ? [proposedBy, closedBy] : [proposedBy],
  );
  const names = await services.namesOf(
    doers.map(({ membershipId }) => ({ tenant, membership: membershipId })),
  );
  const nameOf = (membership: string) => names.get(membership)?.name ?? membership;
  const items = matters.map(
    (matter): MatterView => ({
      matterId: matter.id,
      version: matter.version,
      state: matter.state,
      kind: matter.change.kind,
      tenant: matter.tenant,
      name: nodes.find(({ id }) => id === matter.tenant)?.name ?? matter.tenant,
      ...contentOf(matter, actor),
      reason: matter.reason,
      proposedBy: nameOf(matter.proposedBy.membershipId),
      proposedAt: matter.proposedAt,
      ...(matter.closedBy ? { closedBy: nameOf(matter.closedBy.membershipId) } : {}),
      ...(matter.closedAt === undefined ? {} : { closedAt: matter.closedAt }),
      ...(matter.closingReason === undefined ? {} : { closingReason: matter.closingReason }),
      mayDecide: matter.state === 'open' && holdsRole(actor, 'security.admin'),
    }),
  );
  return accept({
    items,
    firstRoles: firstRolesOf(city).map((role) => ({ ...role })),
    mayPropose: holdsRole(actor, 'tenant.admin'),
  });
};
