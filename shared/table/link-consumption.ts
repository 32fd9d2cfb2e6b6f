import { keys } from './keys.ts';
import type { NamedWrite } from './transact.ts';

/** The link that a decision came by must still be live, and has been used from then on. */
export const linkConsumption = (table: string, linkId: string, wallMs: number): NamedWrite<'link'> => ({
  name: 'link',
  item: {
    Update: {
      TableName: table,
      Key: keys.link(linkId),
      UpdateExpression: 'SET #state = :used',
      ConditionExpression: '#state = :live AND expiresAt > :now',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':used': 'used', ':live': 'live', ':now': new Date(wallMs).toISOString() },
    },
  },
});
