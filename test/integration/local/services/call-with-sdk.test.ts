import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AwsService } from '#local/contract.ts';
import { createMachines } from '#local/machine/create-machines.ts';
import { createQueues } from '#local/queues/create-queues.ts';
import { approvalDefinition } from '#test/support/approval-definition.ts';
import { fakeRuntime, settled } from '#test/support/fake-runtime.ts';

const stateMachineArn = 'arn:aws-cn:states:cn-north-1:000000000000:stateMachine:m';
const tokens: string[] = [];
let server: Server;
let states: SFNClient;
let queues: SQSClient;
let queueUrl = '';

/** Serves the services as the runtime's endpoint does, without its authentication. */
async function serve(services: readonly AwsService[]): Promise<string> {
  server = createServer(async (req, res) => {
    const target = String(req.headers['x-amz-target']);
    const service = services.find(({ targetPrefix }) => target.startsWith(targetPrefix));
    const body = JSON.parse(await text(req));
    const reply = await service?.handle(target.slice(service.targetPrefix.length), body);
    res.writeHead(reply?.status ?? 404, { 'content-type': 'application/x-amz-json-1.0' });
    res.end(JSON.stringify(reply?.body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const context = fakeRuntime(async (_, event) => {
    tokens.push((event as { token: string }).token);
    return { ok: true, payload: null };
  });
  queueUrl = 'http://127.0.0.1/000000000000/work';
  const arn = 'arn:aws-cn:sqs:cn-north-1:000000000000:work';
  const machines = createMachines(context, [
    { name: 'm', arn: stateMachineArn, definition: approvalDefinition },
  ]);
  const work = createQueues(context, [{ name: 'work', url: queueUrl, arn, visibilitySeconds: 30 }], []);
  await machines.start();
  const endpoint = await serve([machines.service, work.service]);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  states = new SFNClient({ endpoint, region: 'cn-north-1', credentials });
  queues = new SQSClient({ endpoint, region: 'cn-north-1', credentials });
});
afterAll(() => {
  states.destroy();
  queues.destroy();
  server.close();
});

describe('the AWS SDK', () => {
  it('plays an execution and reads its history', async () => {
    const input = JSON.stringify({ tenant: 't', caseId: 'c' });
    const { executionArn, startDate } = await states.send(
      new StartExecutionCommand({ stateMachineArn, name: 'sdk', input }),
    );
    expect(Math.abs(Date.now() - (startDate?.getTime() ?? 0))).toBeLessThan(60_000);
    await settled();
    await states.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{}' }));
    await settled();
    await states.send(new SendTaskFailureCommand({ taskToken: tokens[1], error: 'Rejected' }));
    await settled();
    const again = states.send(new SendTaskSuccessCommand({ taskToken: tokens[1], output: '{}' }));
    await expect(again).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect((await states.send(new DescribeExecutionCommand({ executionArn }))).status).toBe('SUCCEEDED');
    const { events } = await states.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.flatMap((event) => event.stateEnteredEventDetails?.name ?? [])).toEqual([
      'UnitConfirmation',
      'LocalReview',
      'Rejected',
    ]);
    const listed = await states.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(listed.executions?.map(({ name }) => name)).toEqual(['sdk']);
    const other = states.send(new StartExecutionCommand({ stateMachineArn, name: 'sdk', input: '{}' }));
    await expect(other).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('sends, receives and deletes messages and finds their digests right', async () => {
    await queues.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: '大丰区的申请' }));
    const Entries = ['a', 'b'].map((Id) => ({ Id, MessageBody: `批 ${Id}` }));
    const sent = await queues.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    expect(sent.Successful).toHaveLength(2);
    const received = await queues.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    );
    expect(received.Messages?.map(({ Body }) => Body)).toEqual(['大丰区的申请', '批 a', '批 b']);
    for (const { ReceiptHandle } of received.Messages ?? []) {
      await queues.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    }
    const { Attributes } = await queues.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
    expect((await queues.send(new GetQueueUrlCommand({ QueueName: 'work' }))).QueueUrl).toBe(queueUrl);
    const none = queues.send(new GetQueueUrlCommand({ QueueName: 'none' }));
    await expect(none).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });
});
