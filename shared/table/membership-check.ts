import type { Actor } from '#shared/kernel/actor.ts';
import { keys } from './keys.ts';
import type { NamedWrite } from './transact.ts';

/** The actor's membership must still stand as it was when the request was authorized. */
export const membershipCheck = (table: string, actor: Actor): NamedWrite<'membership'> => ({
  name: 'membership',
  item: {
    ConditionCheck: {
      TableName: table,
      Key: keys.membership(actor.tenant, actor.membershipId),
      ConditionExpression: 'grantsVersion = :grants AND #state = :active',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':grants': actor.grantsVersion, ':active': 'active' },
    },
  },
});
