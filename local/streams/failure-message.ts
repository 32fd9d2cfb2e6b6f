import { randomUUID } from 'node:crypto';
import type { RuntimeContext } from '../contract.ts';
import type { Discarded } from './deliver-records.ts';

const isoTime = (seconds: number | undefined) => new Date((seconds ?? 0) * 1000).toISOString();

/** What a mapping sends to its failure destination: where the records are in the stream, not the records. */
export function makeFailureMessage(
  context: Pick<RuntimeContext, 'partition' | 'region' | 'account'>,
  functionName: string,
  streamArn: string,
  { condition, attempts, records, answer }: Discarded,
): string {
  const { partition, region, account } = context;
  const [first, last] = [records[0]?.dynamodb, records.at(-1)?.dynamodb];
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: `arn:${partition}:lambda:${region}:${account}:function:${functionName}`,
      condition,
      approximateInvokeCount: attempts,
    },
    ...(answer && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: answer.ok ? null : answer.handled ? 'Handled' : 'Unhandled',
      },
    }),
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      startSequenceNumber: first?.SequenceNumber,
      endSequenceNumber: last?.SequenceNumber,
      approximateArrivalOfFirstRecord: isoTime(first?.ApproximateCreationDateTime),
      approximateArrivalOfLastRecord: isoTime(last?.ApproximateCreationDateTime),
      batchSize: records.length,
      streamArn,
    },
  });
}
