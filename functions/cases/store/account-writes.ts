import { keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { CaseCommit, CommitFact } from '../app/ports.ts';
import type { CaseEvent } from '../domain/case-events.ts';

type Write = NamedWrite<CommitFact>;

const mine = (caseId: string) => ({
  ConditionExpression: 'caseId = :caseId',
  ExpressionAttributeValues: { ':caseId': caseId },
});

/** The unit's one account: taken when it is asked for, opened or given back when the case ends (kf-cloud-13-2). */
export const accountWrites = (table: string, { after }: CaseCommit, { type }: CaseEvent): Write[] => {
  const { caseId } = after;
  const Key = keys.platformAccount(after.tenant, after.organisation.id);
  if (type === 'AccountClaimed') {
    const Item = { ...Key, state: 'applied', caseId };
    return [
      {
        name: 'account',
        item: { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
      },
    ];
  }
  if (type === 'AccountReleased')
    return [{ name: 'account', item: { Delete: { TableName: table, Key, ...mine(caseId) } } }];
  if (type !== 'AccountOpened') return [];
  return [
    {
      name: 'account',
      item: {
        Update: {
          TableName: table,
          Key,
          UpdateExpression: 'SET #state = :active, openedAt = :at',
          ConditionExpression: 'caseId = :caseId',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':caseId': caseId, ':active': 'active', ':at': after.updatedAt },
        },
      },
    },
  ];
};
