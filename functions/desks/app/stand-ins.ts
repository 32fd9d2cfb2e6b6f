import type { Actor, StandIn } from '#shared/kernel/actor.ts';
import { type LocalDate, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { type Delegation, longestChain, standingOn } from '../domain/delegation.ts';
import type { DeskServices } from './ports.ts';

type Services = {
  readonly delegations: Pick<DeskServices['delegations'], 'given' | 'taken'>;
  readonly clock: DeskServices['clock'];
};

const inForce = (delegations: readonly Delegation[], today: LocalDate): readonly Delegation[] =>
  delegations.filter((delegation) => standingOn(delegation, today) === 'inForce');

/** Posts that a link of the chain passes on. */
const narrowed = ({ roles }: Delegation, through: StandIn | undefined): readonly string[] =>
  roles.filter((role) => through?.roles.includes(role) ?? true);

const standInOf = (delegation: Delegation, through: StandIn | undefined): StandIn => ({
  membershipId: delegation.from.membershipId,
  name: delegation.from.name,
  roles: narrowed(delegation, through),
  grounds: [
    ...(through?.grounds ?? []),
    { to: delegation.to.membershipId, untilOn: delegation.untilOn, id: delegation.id },
  ],
});

/** Those who have somebody stand in for them directly, by delegations in force. */
const nextOf = async (
  { delegations }: Services,
  tenant: TenantId,
  deputy: string,
  through: StandIn | undefined,
  today: LocalDate,
): Promise<readonly StandIn[]> =>
  inForce(await delegations.taken(tenant, deputy, today), today)
    .map((delegation) => standInOf(delegation, through))
    .filter(({ roles }) => roles.length > 0);

/**
 * For whom somebody stands in at the moment, through at most so many delegations in a row. Resolved whenever it is
 * asked for, so that a delegation ends by itself; whoever has been met already is passed over, so that no circle is
 * walked twice.
 */
export const standsInFor = async (
  services: Services,
  { tenant, membershipId }: Pick<Actor, 'tenant' | 'membershipId'>,
): Promise<readonly StandIn[]> => {
  const today = shanghaiDateOf(services.clock.now());
  const found = new Map<string, StandIn>();
  let at = await nextOf(services, tenant, membershipId, undefined, today);
  for (let link = 1; at.length > 0; link += 1) {
    const fresh = at.filter(
      (absent) => absent.membershipId !== membershipId && !found.has(absent.membershipId),
    );
    for (const absent of fresh) found.set(absent.membershipId, absent);
    if (link === longestChain) break;
    at = (
      await Promise.all(
        fresh.map((through) => nextOf(services, tenant, through.membershipId, through, today)),
      )
    ).flat();
  }
  return [...found.values()];
};

/** The actor with those for whom they stand in. */
export const withStandIns = async (services: Services, actor: Actor): Promise<Actor> => {
  const absent = await standsInFor(services, actor);
  return absent.length === 0 ? actor : { ...actor, standsInFor: absent };
};

/** Who stands in for somebody in a post at the moment, the nearest first. */
export const deputiesOf = async (
  { delegations, clock }: Services,
  tenant: TenantId,
  membershipId: string,
  role: string,
): Promise<readonly string[]> => {
  const today = shanghaiDateOf(clock.now());
  const met = new Set([membershipId]);
  let at: readonly string[] = [membershipId];
  for (let link = 0; link < longestChain && at.length > 0; link += 1) {
    const given = (await Promise.all(at.map((member) => delegations.given(tenant, member, today)))).flat();
    at = inForce(given, today)
      .filter(({ roles, to }) => roles.includes(role) && !met.has(to.membershipId))
      .map(({ to }) => to.membershipId);
    for (const member of at) met.add(member);
  }
  met.delete(membershipId);
  return [...met];
};
