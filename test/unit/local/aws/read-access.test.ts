import { describe, expect, it } from 'vitest';
import { AccessReader } from '#local/aws/dynamodb/read-access.ts';
import { UnreadableRequest } from '#local/aws/dynamodb/request-shape.ts';

const reader = new AccessReader([{ table: 't', partitionKey: 'pk', indexes: { worklist: 'g1pk' } }]);
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const TableName = 't';
const on = (action: string, ...leadingKeys: string[]) => ({
  action: `dynamodb:${action}`,
  resource: 'table/t',
  leadingKeys,
});

describe('permissions that an operation needs', () => {
  it.each([
    ['GetItem', { TableName, Key: key('a') }, [on('GetItem', 'a')]],
    ['PutItem', { TableName, Item: { ...key('a'), more: { N: '1' } } }, [on('PutItem', 'a')]],
    ['UpdateItem', { TableName, Key: key('a') }, [on('UpdateItem', 'a')]],
    ['DeleteItem', { TableName, Key: key('a') }, [on('DeleteItem', 'a')]],
    ['BatchGetItem', { RequestItems: { t: { Keys: [key('a'), key('b')] } } }, [on('BatchGetItem', 'a', 'b')]],
    [
      'BatchWriteItem',
      { RequestItems: { t: [{ PutRequest: { Item: key('a') } }, { DeleteRequest: { Key: key('b') } }] } },
      [on('BatchWriteItem', 'a', 'b')],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName, Item: key('a') } },
          { Update: { TableName, Key: key('b') } },
          { Delete: { TableName, Key: key('c') } },
          { ConditionCheck: { TableName, Key: key('d') } },
        ],
      },
      [on('PutItem', 'a'), on('UpdateItem', 'b'), on('DeleteItem', 'c'), on('ConditionCheckItem', 'd')].map(
        (access) => ({ ...access, enclosing: 'TransactWriteItems' }),
      ),
    ],
    [
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName, Key: key('a') } }] },
      [{ ...on('GetItem', 'a'), enclosing: 'TransactGetItems' }],
    ],
    ['Scan', { TableName }, [{ action: 'dynamodb:Scan', resource: 'table/t' }]],
    [
      'Scan',
      { TableName, IndexName: 'worklist' },
      [{ action: 'dynamodb:Scan', resource: 'table/t/index/worklist' }],
    ],
    [
      'ExecuteStatement',
      { Statement: 'SELECT' },
      [{ action: 'dynamodb:ExecuteStatement', resource: 'table/*' }],
    ],
    ['ListTables', {}, [{ action: 'dynamodb:ListTables', resource: 'table/*' }]],
  ])('%s %j', (operation, body, expected) => {
    expect(reader.read(operation, body)).toEqual(expected);
  });
});

describe('the partition key of a Query', () => {
  const values = { ':p': { S: 'a' }, ':s': { S: 'b' } };
  it.each([
    ['pk = :p', {}],
    ['pk=:p', {}],
    [':p = pk', {}],
    ['(#k = :p) AND begins_with(sk, :s)', { '#k': 'pk' }],
    ['sk = :s and #k = :p', { '#k': 'pk' }],
    ['sk BETWEEN :s AND :s AND pk = :p', {}],
    ['sk >= :s AND pk = :p', {}],
  ])('is read from %s', (KeyConditionExpression, ExpressionAttributeNames) => {
    const query = {
      TableName,
      KeyConditionExpression,
      ExpressionAttributeNames,
      ExpressionAttributeValues: values,
    };
    expect(reader.read('Query', query)).toEqual([on('Query', 'a')]);
  });

  it('is the index’s own on an index', () => {
    const query = {
      TableName,
      IndexName: 'worklist',
      KeyConditionExpression: 'g1pk = :p',
      ExpressionAttributeValues: values,
    };
    expect(reader.read('Query', query)).toEqual([
      { action: 'dynamodb:Query', resource: 'table/t/index/worklist', leadingKeys: ['a'] },
    ]);
  });

  it.each([
    ['the table’s key on an index', { IndexName: 'worklist', KeyConditionExpression: 'pk = :p' }],
    ['no equality', { KeyConditionExpression: 'begins_with(pk, :p)' }],
    ['a value that is not given', { KeyConditionExpression: 'pk = :missing' }],
    ['the legacy form', { KeyConditions: { pk: {} } }],
    ['an index that the template lacks', { IndexName: 'other', KeyConditionExpression: 'pk = :p' }],
  ])('cannot be judged with %s', (_case, query) => {
    const request = { TableName, ExpressionAttributeValues: values, ...query };
    expect(() => reader.read('Query', request)).toThrow(UnreadableRequest);
  });
});

describe('requests that cannot be judged', () => {
  it.each([
    ['GetItem', { TableName: 'another', Key: key('a') }],
    ['GetItem', { TableName }],
    ['GetItem', { TableName, Key: { sk: { S: 'x' } } }],
    ['PutItem', { TableName, Item: { pk: { M: {} } } }],
    ['BatchGetItem', {}],
    ['TransactWriteItems', { TransactItems: [{ Invent: { TableName, Key: key('a') } }] }],
  ])('%s %j', (operation, body) => {
    expect(() => reader.read(operation, body)).toThrow(UnreadableRequest);
  });
});
