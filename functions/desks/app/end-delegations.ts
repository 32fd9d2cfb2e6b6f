import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { chainFault, withoutPosts } from '../domain/delegate.ts';
import { type Delegation, standingOn } from '../domain/delegation.ts';
import type { HandOver } from '../domain/hand-over.ts';
import { sharedPosts } from '../domain/posts.ts';
import type { DelegationsOf, DeskServices } from './ports.ts';
import { walkChain } from './walk-chain.ts';

type Services = Pick<DeskServices, 'delegations' | 'posts' | 'clock' | 'ids'>;

/** Whether it stands in a circle or in too long a chain, as delegations stand without those that end with it. */
const overreaches = async (
  { delegations }: Pick<Services, 'delegations'>,
  { tenant, from, to, fromOn, untilOn }: Delegation,
  ending: ReadonlySet<string>,
): Promise<boolean> => {
  const period = { fromOn, untilOn };
  const lasting =
    (read: DelegationsOf): DelegationsOf =>
    async (...asked) =>
      (await read(...asked)).filter(({ id }) => !ending.has(id));
  const [onward, behind] = await Promise.all([
    walkChain(lasting(delegations.given), (one) => one.to.membershipId, tenant, to.membershipId, period),
    walkChain(lasting(delegations.taken), (one) => one.from.membershipId, tenant, from.membershipId, period),
  ]);
  return chainFault(from.membershipId, { onward, behind }) !== undefined;
};

/** What was entrusted to the leaver goes on with the successor for the days that are left, where posts allow it. */
const passedOn = async (
  services: Services,
  { tenant, from, to }: HandOver,
  delegation: Delegation,
  ending: ReadonlySet<string>,
): Promise<readonly Delegation[]> => {
  if (!to || to.personId === delegation.from.personId) return [];
  const { posts, ids, clock } = services;
  const [absent, successor] = await Promise.all([
    posts.standing(tenant, delegation.from.membershipId),
    posts.standing(tenant, to.membershipId),
  ]);
  const shared = absent && successor ? sharedPosts(absent, successor) : [];
  const roles = delegation.roles.filter((role) => from.roles.includes(role) && shared.includes(role));
  if (roles.length === 0) return [];
  const now = clock.now();
  const today = shanghaiDateOf(now);
  const { closedAt: _, ...open } = delegation;
  const anew: Delegation = {
    ...open,
    id: ids.next(now.getTime()),
    to,
    roles,
    fromOn: standingOn(delegation, today) === 'waiting' ? delegation.fromOn : today,
    createdAt: now.toISOString(),
    state: 'active',
    version: 1,
  };
  return (await overreaches(services, anew, ending)) ? [] : [anew];
};

const attempts = 6;

/** Ends what a leaver has entrusted and was entrusted with in the posts; answers how many. @throws when others keep coming between */
export const endDelegations = async (services: Services, job: HandOver): Promise<number> => {
  const { delegations, clock } = services;
  const { tenant, from } = job;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const headBefore = await delegations.head(tenant);
    const today = shanghaiDateOf(clock.now());
    const [given, taken] = await Promise.all([
      delegations.given(tenant, from.membershipId, today),
      delegations.taken(tenant, from.membershipId, today),
    ]);
    const now = clock.now().toISOString();
    const ended = [...given, ...taken]
      .filter(({ state }) => state === 'active')
      .flatMap((delegation) => withoutPosts(delegation, from.roles, now) ?? []);
    if (ended.length === 0) return 0;
    const touched = new Set(ended.map(({ id }) => id));
    const over = new Set(ended.filter(({ state }) => state === 'revoked').map(({ id }) => id));
    const passing = taken.filter(({ id }) => touched.has(id));
    const anew = (
      await Promise.all(passing.map((delegation) => passedOn(services, job, delegation, over)))
    ).flat();
    const outcome = await delegations.commit({
      tenant,
      headBefore,
      delegations: [...ended, ...anew],
      at: now,
      change: { type: 'DelegationsEnded', ended, onward: anew, reason: job.reason },
    });
    if (outcome.written) return ended.length;
  }
  throw new Error(`the delegations of ${from.membershipId} kept moving`);
};
