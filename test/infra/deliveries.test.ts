import { describe, expect, it } from 'vitest';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

async function setup() {
  const { deployment, ofType } = await synthesizedApp();
  return { ofType, ...deployment() };
}

const queueArn = (name: string) => `arn:aws-cn:sqs:cn-north-1:000000000000:yunwangtong-${name}`;

describe('deliveries', () => {
  it('leave the stream for new delivery markers only, with partial failures and a place for what fails', async () => {
    const { ofType } = await setup();
    const [mapping, ...others] = ofType('AWS::Lambda::EventSourceMapping').filter(
      ({ properties }) => properties['StartingPosition'] !== undefined,
    );
    expect(others).toEqual([]);
    const { FilterCriteria, ...properties } = mapping?.properties ?? {};
    expect(properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 3600,
    });
    const { Filters } = FilterCriteria as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'DEL#' }] } } } },
    ]);
  });

  it('that the stream gives up on are reported to a queue of their own', async () => {
    const { streamMappings } = await setup();
    expect(streamMappings).toEqual([
      expect.objectContaining({
        functionName: 'yunwangtong-cases-stream',
        onFailureArn: queueArn('case-stream-dead'),
      }),
    ]);
  });

  it('reach the machine, or people, through a queue of their own, one failed message failing alone', async () => {
    const { queueSources } = await setup();
    const source = (queue: string, consumer: string) =>
      expect.objectContaining({
        queueArn: queueArn(queue),
        functionName: `yunwangtong-${consumer}`,
        partial: true,
      });
    expect(queueSources).toHaveLength(6);
    expect(queueSources).toEqual(
      expect.arrayContaining([
        source('notify', 'notify'),
        source('case-deliveries', 'cases-advance'),
        source('recomputations', 'calendar-recompute'),
        source('exports', 'exports-build'),
        source('lifecycle', 'lifecycle'),
        source('hand-overs', 'desks-hand-over'),
      ]),
    );
  });

  it.each([
    ['case-deliveries', 'cases-advance'],
    ['notify', 'notify'],
    ['recomputations', 'calendar-recompute'],
    ['lifecycle', 'lifecycle'],
    ['hand-overs', 'desks-hand-over'],
  ])('in %s wait out six runs of their consumer, and die after five tries', async (name, consumerName) => {
    const { queues, functions } = await setup();
    const consumer = functions.find((candidate) => candidate.name === `yunwangtong-${consumerName}`);
    const queue = queues.find((candidate) => candidate.name === `yunwangtong-${name}`);
    expect(queue?.visibilitySeconds).toBe(Number(consumer?.timeoutSeconds) * 6);
    expect(queue?.deadLetter).toEqual({ arn: queueArn(`${name}-dead`), maxReceive: 5 });
  });

  it('lie encrypted, for fourteen days, and travel over TLS only', async () => {
    const { ofType } = await setup();
    const queues = ofType('AWS::SQS::Queue');
    for (const { properties } of queues) {
      expect(properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 });
    }
    const policies = ofType('AWS::SQS::QueuePolicy');
    expect(policies).toHaveLength(queues.length);
    for (const { properties } of policies) {
      expect(properties['PolicyDocument']).toMatchObject({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      });
    }
  });

  it('are swept up every five minutes without the stream', async () => {
    const { rules } = await setup();
    expect(rules).toContainEqual(
      expect.objectContaining({ expression: 'rate(5 minutes)', functionName: 'yunwangtong-cases-sweep' }),
    );
  });
});
