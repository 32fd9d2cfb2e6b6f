import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

/** Somebody under one membership, as they were when it was written. */
export interface Party {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly organisation: string;
}

/** 委托: somebody who is away has a colleague of the same post decide what waits for them by name. */
export interface Delegation {
  readonly id: string;
  readonly tenant: TenantId;
  readonly from: Party;
  readonly to: Party;
  /** Posts that both hold; it covers these alone. */
  readonly roles: readonly string[];
  /** First and last day, both included, Asia/Shanghai. */
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly reason: string;
  readonly createdAt: string;
  readonly state: 'active' | 'revoked';
  readonly closedAt?: string;
  readonly version: number;
}

export type Standing = 'waiting' | 'inForce' | 'ended' | 'revoked';

/** How a delegation stands on a day; it ends by itself. */
export const standingOn = ({ state, fromOn, untilOn }: Delegation, today: LocalDate): Standing => {
  if (state === 'revoked') return 'revoked';
  if (today < fromOn) return 'waiting';
  return today <= untilOn ? 'inForce' : 'ended';
};

type Period = Pick<Delegation, 'fromOn' | 'untilOn'>;

/** Whether an active delegation shares a day with a period. */
export const meets = ({ state, fromOn, untilOn }: Delegation, period: Period): boolean =>
  state === 'active' && fromOn <= period.untilOn && period.fromOn <= untilOn;

/** Most delegations that may follow one another: 张三 → 李四 → 王五 are two. */
export const longestChain = 3;
