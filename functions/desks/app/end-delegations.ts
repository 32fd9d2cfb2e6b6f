import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { revoke } from '../domain/delegate.ts';
import { type Delegation, standingOn } from '../domain/delegation.ts';
import type { HandOver } from '../domain/hand-over.ts';
import { sharedPosts } from '../domain/posts.ts';
import type { DeskServices } from './ports.ts';

type Services = Pick<DeskServices, 'delegations' | 'posts' | 'clock' | 'ids'>;

/** What was entrusted to the leaver goes on with the successor for the days that are left, where posts allow it. */
const passedOn = async (
  { posts, ids, clock }: Services,
  { tenant, to }: HandOver,
  delegation: Delegation,
): Promise<readonly Delegation[]> => {
  if (!to || to.personId === delegation.from.personId) return [];
  const [absent, successor] = await Promise.all([
    posts.standing(tenant, delegation.from.membershipId),
    posts.standing(tenant, to.membershipId),
  ]);
  const roles = absent && successor ? sharedPosts(absent, successor) : [];
  const now = clock.now();
  const today = shanghaiDateOf(now);
  const { closedAt: _, ...open } = delegation;
  return roles.length === 0
    ? []
    : [
        {
          ...open,
          id: ids.next(now.getTime()),
          to,
          roles,
          fromOn: standingOn(delegation, today) === 'waiting' ? delegation.fromOn : today,
          createdAt: now.toISOString(),
          state: 'active',
          version: 1,
        },
      ];
};

const attempts = 6;

/** Ends what a leaver has entrusted and was entrusted with; answers how many. @throws when others keep coming between */
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
    const open = [...given, ...taken].filter(({ state }) => state === 'active');
    if (open.length === 0) return 0;
    const now = clock.now().toISOString();
    const ended = open.flatMap((delegation) => {
      const revoked = revoke(delegation, today, now);
      return revoked.ok ? [revoked.value] : [];
    });
    const active = taken.filter(({ state }) => state === 'active');
    const anew = (await Promise.all(active.map((delegation) => passedOn(services, job, delegation)))).flat();
    const outcome = await delegations.commit({ tenant, headBefore, delegations: [...ended, ...anew] });
    if (outcome.written) return ended.length;
  }
  throw new Error(`the delegations of ${from.membershipId} kept moving`);
};
