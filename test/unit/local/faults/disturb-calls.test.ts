import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CallFaults } from '#local/faults/call-faults.ts';
import { type CallDisturbance, disturbCalls } from '#local/faults/disturb-calls.ts';
import { readBytes } from '#local/http/read-bytes.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A service that does what it is asked, behind faults of the function `f`. */
const setup = async (faults: ConstructorParameters<typeof CallFaults>[0]) => {
  const done: string[] = [];
  const ended: string[] = [];
  const calls = new CallFaults(faults);
  const disturbance: CallDisturbance = {
    callerOf: ({ headers }) => headers['x-by'] as string | undefined,
    trouble: (by, what) => calls.next(by, what),
    endThread: async (name) => void ended.push(name),
  };
  const serve = async (incoming: IncomingMessage) => String(await readBytes(incoming, 1_000));
  const server = createServer(
    disturbCalls((incoming, response) => {
      serve(incoming).then((body) => {
        done.push(body);
        response.end(`did ${body}`);
      });
    }, disturbance),
  ).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const call = (body: string, by = 'f', target = 'DynamoDB_20120810.PutItem') => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const headers = { 'x-by': by, 'x-amz-target': target };
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers }, async (answer) =>
      resolve(`${answer.statusCode} ${await readBytes(answer, 10_000)}`),
    );
    sent.on('error', () => resolve('lost'));
    sent.end(body);
    return promise;
  };
  return { call, done, ended, described: () => calls.describe() };
};

const fault = (trouble: Parameters<typeof setup>[0][number]['trouble'], times = 1) => [
  { by: 'f', at: 2, times, trouble },
];

describe('the n-th call of a function', () => {
  it('is the only one befallen, and no other function is', async () => {
    const { call, done, described } = await setup(fault('late'));
    expect(await call('one')).toBe('200 did one');
    expect(await call('other', 'g')).toBe('200 did other');
    expect(await call('two')).toBe('lost');
    expect(await call('three')).toBe('200 did three');
    expect(done).toEqual(['one', 'other', 'two', 'three']);
    expect(described()).toEqual({
      f: ['dynamodb PutItem', 'dynamodb PutItem', 'dynamodb PutItem'],
      g: ['dynamodb PutItem'],
    });
  });

  it.each([
    ['DynamoDB_20120810.PutItem', '400', 'ProvisionedThroughputExceededException'],
    ['AmazonSQS.SendMessage', '400', 'RequestThrottled'],
    ['AWSStepFunctions.StartExecution', '400', 'ThrottlingException'],
    ['', '503', 'SlowDown'],
  ])('throttled at %s is refused in the service’s own words and not done', async (target, status, code) => {
    const { call, done } = await setup(fault('throttle', 2));
    await call('one');
    for (const _ of [1, 2]) {
      const told = await call('more', 'f', target);
      expect(told.startsWith(status)).toBe(true);
      expect(told).toContain(code);
    }
    expect(done).toEqual(['one']);
  });

  it('throttled, a transaction is cancelled with the reason at its first item', async () => {
    const { call } = await setup(fault('throttle'));
    await call('one');
    const body = JSON.stringify({ TransactItems: [{}, {}] });
    const told = await call(body, 'f', 'DynamoDB_20120810.TransactWriteItems');
    expect(JSON.parse(told.slice(4))).toMatchObject({
      CancellationReasons: [{ Code: 'ThrottlingError' }, { Code: 'None' }],
    });
  });

  it('is done twice and answered once, or done and the function dies of it', async () => {
    const twice = await setup(fault('duplicate'));
    await twice.call('one');
    expect(await twice.call('two')).toBe('200 did two');
    await expect.poll(() => twice.done).toEqual(['one', 'two', 'two']);
    const deadly = await setup(fault('endThread'));
    await deadly.call('one');
    expect(await deadly.call('two')).toBe('lost');
    expect([deadly.done, deadly.ended]).toEqual([['one', 'two'], ['f']]);
  });
});
