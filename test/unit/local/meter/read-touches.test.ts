import { describe, expect, it } from 'vitest';
import { readTouchesOf, writtenKeys } from '#local/meter/read-touches.ts';

const names = ['pk', 'sk'];
const item = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk }, more: { S: 'x' } });
const key = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk } });
const touchesOf = (
  operation: string,
  body: object,
  answer: object = {},
  images: Parameters<typeof readTouchesOf>[4] = [],
) =>
  readTouchesOf(names, operation, body as Record<string, unknown>, answer as Record<string, unknown>, images);

describe('what a request touches', () => {
  it('by key: the item, or that there is none', () => {
    expect(touchesOf('GetItem', { Key: key('a'), ConsistentRead: true }, { Item: item('a') })).toEqual([
      {
        keys: [key('a')],
        touch: { kind: 'read', items: [item('a')], rounded: 'each', missing: 0, consistency: 'strong' },
      },
    ]);
    expect(touchesOf('GetItem', { Key: key('a') })[0]?.touch).toMatchObject({
      missing: 1,
      consistency: 'eventual',
    });
  });

  it('by many keys: those found and those missing', () => {
    const body = { RequestItems: { table: { Keys: [key('a'), key('b'), key('c')] } } };
    const [batch] = touchesOf('BatchGetItem', body, { Responses: { table: [item('a'), item('c')] } });
    expect(batch).toMatchObject({ keys: [key('a'), key('c')], touch: { rounded: 'each', missing: 1 } });
  });

  it('by query: all rows together', () => {
    const [page] = touchesOf('Query', { IndexName: 'one' }, { Items: [item('a'), item('b')] });
    expect(page).toMatchObject({
      keys: [key('a'), key('b')],
      touch: { rounded: 'page', items: [item('a'), item('b')] },
    });
  });

  it('refuses to weigh an answer that does not show all that was read', () => {
    expect(() => touchesOf('Query', { FilterExpression: 'a = b' }, { Items: [] })).toThrow(
      /cannot be weighed/,
    );
  });

  it('by transaction: every write with its item before and after, every condition with its item', () => {
    const body = {
      TransactItems: [
        { Put: { Item: item('a') } },
        { ConditionCheck: { Key: key('b') } },
        { Delete: { Key: key('c') } },
      ],
    };
    expect(writtenKeys(names, 'TransactWriteItems', body)).toEqual([key('a'), key('b'), key('c')]);
    const images = [
      { before: undefined, after: item('a') },
      { before: item('b'), after: item('b') },
      { before: item('c'), after: undefined },
    ];
    expect(touchesOf('TransactWriteItems', body, {}, images).map(({ touch }) => touch)).toEqual([
      { kind: 'write', before: undefined, after: item('a'), transactional: true },
      { kind: 'check', item: item('b') },
      { kind: 'write', before: item('c'), after: undefined, transactional: true },
    ]);
  });

  it('by batch: each put and delete by itself', () => {
    const body = {
      RequestItems: { table: [{ PutRequest: { Item: item('a') } }, { DeleteRequest: { Key: key('b') } }] },
    };
    expect(writtenKeys(names, 'BatchWriteItem', body)).toEqual([key('a'), key('b')]);
    const images = [
      { before: undefined, after: item('a') },
      { before: item('b'), after: undefined },
    ];
    expect(touchesOf('BatchWriteItem', body, {}, images).map(({ touch }) => touch)).toMatchObject([
      { after: item('a'), transactional: false },
      { before: item('b') },
    ]);
  });
});
