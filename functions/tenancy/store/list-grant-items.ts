import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { keys } from '#shared/table/keys.ts';
import type { Item } from '#shared/table/read-all.ts';

const prefix = 'GRANT#';
const filters = { open: '#state = :open', closed: '#state <> :open' } as const;

/** Grants of a tenant from the newest on, read consistently; `after`: id of the last one seen. */
export const listGrantItems = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  tenant: TenantId,
  filter: keyof typeof filters | undefined,
  after: string | undefined,
  limit: number,
): Promise<{ readonly items: readonly Item[]; readonly next?: string }> => {
  const pk = keys.administration(tenant);
  const items: Item[] = [];
  let from: Item | undefined = after === undefined ? undefined : { ...keys.grant(tenant, after) };
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix, ...(filter ? { ':open': 'open' } : {}) },
        ...(filter
          ? { FilterExpression: filters[filter], ExpressionAttributeNames: { '#state': 'state' } }
          : {}),
        ConsistentRead: true,
        ScanIndexForward: false,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from && items.length <= limit);
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return items.length > limit && last ? { items: shown, next: String(last['id']) } : { items: shown };
};
