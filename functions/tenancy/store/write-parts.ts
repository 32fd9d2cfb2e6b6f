import type { Key } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

export const absent: Condition = { ConditionExpression: 'attribute_not_exists(pk)' };
export const unmoved = (attribute: string, version: number): Condition => ({
  ConditionExpression: '#moves = :seen',
  ExpressionAttributeNames: { '#moves': attribute },
  ExpressionAttributeValues: { ':seen': version },
});

export const put = (
  table: string,
  key: Key,
  content: object,
  condition?: Condition,
): NamedWrite<'content'> => ({
  name: 'content',
  item: { Put: { TableName: table, Item: { ...key, ...content }, ...condition } },
});
