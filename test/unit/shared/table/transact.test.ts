import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#shared/table/transact.ts';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'cn-north-1' }));
const service = mockClient(documents);
const withoutPause = () => 0;

const put = (name: 'header' | 'membership') => ({
  name,
  item: { Put: { TableName: 't', Item: { pk: name, sk: 'x' } } },
});
const writes = [put('header'), put('membership')];

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

beforeEach(() => service.reset());

describe('a transaction', () => {
  it('is written once when nothing stands against it', async () => {
    service.on(TransactWriteCommand).resolves({});
    expect(await transact(documents, writes, withoutPause)).toEqual({ written: true });
    expect(service.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('that meets another one is tried again until it passes', async () => {
    service
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .rejectsOnce(cancelled('None', 'TransactionConflict'))
      .resolves({});
    expect(await transact(documents, writes, withoutPause)).toEqual({ written: true });
    expect(service.commandCalls(TransactWriteCommand)).toHaveLength(3);
  });

  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'given up for %s, which the SDK does not try again, is',
    async (code) => {
      service.on(TransactWriteCommand).rejectsOnce(cancelled(code, 'None')).resolves({});
      expect(await transact(documents, writes, withoutPause)).toEqual({ written: true });
      expect(service.commandCalls(TransactWriteCommand)).toHaveLength(2);
    },
  );

  it('names the facts that did not hold, and is not tried again', async () => {
    service.on(TransactWriteCommand).rejects(cancelled('None', 'ConditionalCheckFailed'));
    expect(await transact(documents, writes, withoutPause)).toEqual({
      written: false,
      failed: ['membership'],
    });
    expect(service.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('gives up after six meetings', async () => {
    service.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'None'));
    await expect(transact(documents, writes, withoutPause)).rejects.toThrow('met others');
    expect(service.commandCalls(TransactWriteCommand)).toHaveLength(6);
  });

  it('passes a fault on', async () => {
    service.on(TransactWriteCommand).rejects(new Error('network'));
    await expect(transact(documents, writes, withoutPause)).rejects.toThrow('network');
  });
});
