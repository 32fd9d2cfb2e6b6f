import { keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { CaseCommit, CommitFact } from '../app/ports.ts';
import type { CaseEvent } from '../domain/case-events.ts';

type Write = NamedWrite<CommitFact>;

const names = { '#state': 'state' };

/** What the case that holds the account makes of it. */
const nextStates: Readonly<Partial<Record<CaseEvent['type'], 'active' | 'free'>>> = {
  AccountOpened: 'active',
  AccountReleased: 'free',
};

/** The unit's one account: taken when it is asked for, opened or free again when the case ends (kf-cloud-13-2). */
export const accountWrites = (table: string, { after }: CaseCommit, { type }: CaseEvent): Write[] => {
  const { caseId, tenant, organisation, updatedAt } = after;
  const Key = keys.platformAccount(tenant, organisation.id);
  if (type === 'AccountClaimed') {
    const claim = {
      TableName: table,
      Item: { ...Key, state: 'applied', caseId, since: updatedAt },
      ConditionExpression: 'attribute_not_exists(pk) OR #state = :free',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':free': 'free' },
    };
    return [{ name: 'account', item: { Put: claim } }];
  }
  const state = nextStates[type];
  if (state === undefined) return [];
  const move = {
    TableName: table,
    Key,
    UpdateExpression: 'SET #state = :state, since = :at',
    ConditionExpression: 'caseId = :caseId',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':caseId': caseId, ':state': state, ':at': updatedAt },
  };
  return [{ name: 'account', item: { Update: move } }];
};
