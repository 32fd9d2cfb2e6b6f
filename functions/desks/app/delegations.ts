import type { Membership } from '#functions/tenancy/app/membership.ts';
import type { DelegationAnswer, DelegationBody, DelegationsView } from '#shared/contracts/desks.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import { type Asked, replayed, scopeOf } from '#shared/kernel/asked.ts';
import { addDays, type LocalDate, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { type Colleague, delegate, revoke } from '../domain/delegate.ts';
import { type Delegation, standingOn } from '../domain/delegation.ts';
import { businessPosts, sharedPosts } from '../domain/posts.ts';
import { handsOverAtAll } from './list-desks.ts';
import type { DeskServices } from './ports.ts';
import { memberView, roleLabels } from './view-people.ts';
import { walkChain } from './walk-chain.ts';

type Services = Pick<DeskServices, 'delegations' | 'posts' | 'clock' | 'ids'>;
type Answered = Result<DelegationAnswer, Refusal>;

const todayOf = ({ clock }: Pick<DeskServices, 'clock'>): LocalDate => shanghaiDateOf(clock.now());
const stateLabels = { waiting: '未开始', inForce: '代办中', ended: '已到期', revoked: '已收回' } as const;
/** Past ones are shown for so many days. */
const daysShown = 90;
const attempts = 6;

const viewOf =
  (today: LocalDate) =>
  ({ id, version, from, to, roles, fromOn, untilOn, reason, ...rest }: Delegation) => {
    const state = standingOn({ id, version, from, to, roles, fromOn, untilOn, reason, ...rest }, today);
    return {
      delegationId: id,
      version,
      from: memberView(from),
      to: memberView(to),
      roleLabel: roleLabels(roles),
      fromOn,
      untilOn,
      reason,
      state,
      stateLabel: stateLabels[state],
    };
  };

const newestFirst = (delegations: readonly Delegation[]): readonly Delegation[] =>
  [...delegations].sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));

const colleagueOf = ({ id, ...membership }: Membership): Colleague => ({ ...membership, membershipId: id });

/** Everybody else who stands in one of the actor's posts. */
const colleaguesOf = async ({ posts }: Services, actor: Actor): Promise<readonly Colleague[]> => {
  const found = await Promise.all(
    businessPosts(actor).map((role) => posts.holdersOf({ tenant: actor.tenant, role })),
  );
  return [...new Map(found.flat().map((member) => [member.id, colleagueOf(member)])).values()].filter(
    (colleague) => colleague.personId !== actor.personId && sharedPosts(actor, colleague).length > 0,
  );
};

/** The actor's own delegations, and to whom they may delegate. */
export const listDelegations = async (services: Services, actor: Actor): Promise<DelegationsView> => {
  const today = todayOf(services);
  const since = addDays(today, -daysShown);
  const [given, received, colleagues] = await Promise.all([
    services.delegations.given(actor.tenant, actor.membershipId, since),
    services.delegations.taken(actor.tenant, actor.membershipId, since),
    colleaguesOf(services, actor),
  ]);
  return {
    given: newestFirst(given).map(viewOf(today)),
    received: newestFirst(received).map(viewOf(today)),
    colleagues: colleagues.map((colleague) => ({
      ...memberView({ ...colleague, organisation: colleague.organisation.name }),
      roleLabel: roleLabels(sharedPosts(actor, colleague)),
    })),
    may: [
      ...(businessPosts(actor).length > 0 ? (['delegate'] as const) : []),
      ...(handsOverAtAll(actor) ? (['handOver'] as const) : []),
    ],
  };
};

/** One command on a tenant's delegations; decided again when another was faster. */
const pass = async (
  services: Services,
  asked: Asked,
  decide: (now: string) => Promise<Result<Delegation, Refusal>>,
): Promise<Answered> => {
  const scope = scopeOf(asked);
  const { delegations } = services;
  const { actor } = asked;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const known = await delegations.findIdempotency(scope);
    if (known) return replayed(known, scope.digest);
    const headBefore = await delegations.head(actor.tenant);
    const at = services.clock.now().toISOString();
    const decided = await decide(at);
    if (!decided.ok) return decided;
    const answer = { delegationId: decided.value.id, version: decided.value.version };
    const delegation = decided.value;
    const type = delegation.state === 'active' ? 'DelegationGiven' : 'DelegationRevoked';
    const outcome = await delegations.commit({
      tenant: actor.tenant,
      headBefore,
      delegations: [delegation],
      at,
      change: { type, delegation, reason: delegation.reason },
      actor,
      idempotency: { ...scope, answer: JSON.stringify(answer) },
    });
    if (outcome.written) return accept(answer);
    const refusal = actorRefusal(outcome.failed);
    if (refusal) return refuse(refusal);
  }
  return refuse({ code: 'delegation-moved', detail: '本级同时有多人在办理委托，请稍候再试。' });
};

/** 委托: for days ahead, to a colleague of the same post. */
export const delegateDesk = (
  services: Services,
  asked: Asked,
  { to, ...wanted }: DelegationBody,
): Promise<Answered> =>
  pass(services, asked, async (now) => {
    const { actor } = asked;
    const { tenant, membershipId } = actor;
    const { given, taken } = services.delegations;
    const [colleague, before, onward, behind] = await Promise.all([
      services.posts.standing(tenant, to),
      given(tenant, membershipId, wanted.fromOn),
      walkChain(given, (delegation) => delegation.to.membershipId, tenant, to, wanted),
      walkChain(taken, (delegation) => delegation.from.membershipId, tenant, membershipId, wanted),
    ]);
    const id = services.ids.next(services.clock.now().getTime());
    const facts = {
      to: colleague && colleagueOf(colleague),
      given: before,
      onward,
      behind,
      today: todayOf(services),
    };
    return delegate({ ...wanted, id }, actor, facts, now);
  });

/** 收回 by whoever gave it, 退回 by whoever stands in. */
export const revokeDelegation = (
  services: Services,
  asked: Asked,
  { delegationId, expectedVersion }: { readonly delegationId: string; readonly expectedVersion: number },
): Promise<Answered> =>
  pass(services, asked, async (now) => {
    const { tenant, membershipId } = asked.actor;
    const today = todayOf(services);
    const since = addDays(today, -daysShown);
    const [given, taken] = await Promise.all([
      services.delegations.given(tenant, membershipId, since),
      services.delegations.taken(tenant, membershipId, since),
    ]);
    const found = [...given, ...taken].find(({ id }) => id === delegationId);
    if (!found) return refuse({ code: 'not-found', detail: '没有这项委托，或您无权查看。' });
    const revoked = revoke(found, today, now);
    if (revoked.ok && found.version !== expectedVersion)
      return refuse({ code: 'delegation-moved', detail: '您看到的不是最新内容，请刷新后再办。' });
    return revoked;
  });
