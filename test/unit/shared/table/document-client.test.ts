import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { documentClient } from '#shared/table/document-client.ts';

const refusal = (name: string) => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name },
});
const written = { status: 200, body: {} };

/** A client of a service that gives these answers in turn, and then the last for ever. */
const tableThatSays = async (...answers: readonly { readonly status: number; readonly body: object }[]) => {
  let asked = 0;
  const server = createServer((request, response) => {
    const { status, body } = answers[Math.min(asked, answers.length - 1)] ?? written;
    asked += 1;
    request.resume().once('end', () => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = documentClient({ region: 'cn-north-1', endpoint, credentials }, () => 0);
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  const put = () => client.send(new PutCommand({ TableName: 't', Item: { pk: 'p', absent: undefined } }));
  return { put, asked: () => asked };
};

describe('a write of one item', () => {
  it('that a transaction holds is tried again until it passes', async () => {
    const conflict = refusal('TransactionConflictException');
    const table = await tableThatSays(conflict, conflict, conflict, written);
    await table.put();
    expect(table.asked()).toBe(4);
  });

  it('gives up after six meetings', async () => {
    const table = await tableThatSays(refusal('TransactionConflictException'));
    await expect(table.put()).rejects.toThrow('TransactionConflict');
    expect(table.asked()).toBe(6);
  });

  it('whose condition does not hold is not tried again', async () => {
    const table = await tableThatSays(refusal('ConditionalCheckFailedException'));
    await expect(table.put()).rejects.toThrow('ConditionalCheckFailed');
    expect(table.asked()).toBe(1);
  });
});
