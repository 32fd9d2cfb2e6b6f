import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { markerMessage, queueConsumer } from '#shared/aws/queue-consumer.ts';
import { sendMessage } from '#shared/aws/send-message.ts';
import { type Correlated, correlated } from '#shared/log/followed-request.ts';
import { log } from '#shared/log/log.ts';

afterEach(() => vi.restoreAllMocks());

const marker = (sk: string, more: object = {}) => JSON.stringify({ pk: 'T#a/b', sk, ...more });

/** @param failing keys that cannot be carried on */
const setup = (failing: readonly string[] = []) => {
  const carried: string[] = [];
  const workedFor: Correlated[] = [];
  const logged: { code: string; messageId: unknown; request: Correlated }[] = [];
  vi.spyOn(log, 'error').mockImplementation((code, _error, details) => {
    logged.push({ code, messageId: details?.['messageId'], request: correlated() });
  });
  const handler = queueConsumer('effect.failed', markerMessage, async ({ sk }) => {
    await Promise.resolve();
    workedFor.push(correlated());
    if (failing.includes(sk)) throw new Error(sk);
    carried.push(sk);
  });
  const receive = async (...bodies: string[]) => {
    const Records = bodies.map((body, index) => ({ messageId: `m${index + 1}`, body }) as SQSRecord);
    const { batchItemFailures } = await handler({ Records } satisfies SQSEvent);
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { carried, workedFor, logged, receive };
};

describe('a queue’s consumer', () => {
  it('carries its messages on in their order, and gives none back', async () => {
    const { receive, carried } = setup();
    expect(await receive(marker('3'), marker('1'), marker('2'))).toEqual([]);
    expect(carried).toEqual(['3', '1', '2']);
  });

  it('gives what failed back alone, by its code, and goes on', async () => {
    const { receive, carried, logged } = setup(['1', '3']);
    expect(await receive(marker('1'), marker('2'), marker('3'), marker('4'))).toEqual(['m1', 'm3']);
    expect(carried).toEqual(['2', '4']);
    expect(logged.map(({ code, messageId }) => [code, messageId])).toEqual([
      ['effect.failed', 'm1'],
      ['effect.failed', 'm3'],
    ]);
  });

  it.each([
    '',
    'no JSON',
    'null',
    '[]',
    '{"pk":"T#a/b"}',
    '{"pk":1,"sk":"2"}',
    marker('1', { correlationId: 7 }),
  ])('gives back a body that it cannot read, and carries the next one on: %s', async (body) => {
    const { receive, carried, logged } = setup();
    expect(await receive(body, marker('2'))).toEqual(['m1']);
    expect(carried).toEqual(['2']);
    expect(logged).toMatchObject([{ code: 'effect.failed', messageId: 'm1' }]);
  });

  it('works on each message for the request that sent it, and fails for it too', async () => {
    const { receive, workedFor, logged } = setup(['2']);
    await receive(marker('1', { correlationId: 'r1' }), marker('2', { correlationId: 'r2' }), marker('3'));
    expect(workedFor).toEqual([{ correlationId: 'r1' }, { correlationId: 'r2' }, {}]);
    expect(logged.map(({ request }) => request)).toEqual([{ correlationId: 'r2' }]);
  });

  it('sends itself on with the same request', async () => {
    const sent: unknown[] = [];
    const queue = {
      send: async ({ input }: { input: { MessageBody?: string } }) => {
        sent.push(JSON.parse(input.MessageBody ?? ''));
      },
    } as unknown as Parameters<typeof sendMessage>[0];
    const handler = queueConsumer('hand-over.failed', markerMessage, (key) => sendMessage(queue, 'url', key));
    const bodies = [marker('1', { correlationId: 'r1' }), marker('2')];
    await handler({ Records: bodies.map((body) => ({ messageId: 'm', body }) as SQSRecord) });
    expect(sent).toEqual(bodies.map((body) => JSON.parse(body)));
  });
});
