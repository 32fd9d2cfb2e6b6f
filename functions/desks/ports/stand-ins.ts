import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { deputiesOf, withStandIns } from '../app/stand-ins.ts';
import { createDelegationLists } from '../store/delegation-lists.ts';

/** 委托 as whoever routes and decides needs it. */
export interface StandIns {
  /** The actor with those for whom they stand in at the moment. */
  of(actor: Actor): Promise<Actor>;
  /** Memberships of those who stand in for somebody in a post at the moment. */
  for(tenant: TenantId, membershipId: string, role: string): Promise<readonly string[]>;
}

export const standIns = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): StandIns => {
  const services = { delegations: createDelegationLists(client, table), clock: systemBusinessClock };
  return {
    of: (actor) => withStandIns(services, actor),
    for: (tenant, membershipId, role) => deputiesOf(services, tenant, membershipId, role),
  };
};
