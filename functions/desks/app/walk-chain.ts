import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Chain } from '../domain/delegate.ts';
import { type Delegation, longestChain, meets } from '../domain/delegation.ts';
import type { DelegationsOf } from './ports.ts';

type Period = Pick<Delegation, 'fromOn' | 'untilOn'>;

/** Follows the delegations of a period from one membership to the next; a circle ends the walk. */
export const walkChain = async (
  read: DelegationsOf,
  next: (delegation: Delegation) => string,
  tenant: TenantId,
  start: string,
  period: Period,
): Promise<Chain> => {
  const members = new Set<string>([start]);
  let at = [start];
  let length = 0;
  while (at.length > 0 && length <= longestChain) {
    const found = await Promise.all(at.map((member) => read(tenant, member, period.fromOn)));
    const reached = found
      .flat()
      .filter((delegation) => meets(delegation, period))
      .map(next);
    at = [...new Set(reached)].filter((member) => !members.has(member));
    for (const member of reached) members.add(member);
    if (reached.length > 0) length += 1;
  }
  return { length, members };
};
