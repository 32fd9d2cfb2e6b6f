import type { EventRecord } from '#local/streams/to-event-record.ts';

/** A record of item `key` with the given sequence number. */
export function makeRecord(sequence: string, key = sequence, createdAt = 0): EventRecord {
  return {
    eventID: sequence,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'cn-north-1',
    eventSourceARN: 'arn:stream',
    dynamodb: {
      ApproximateCreationDateTime: createdAt,
      Keys: { pk: { S: 'p' }, sk: { S: key } },
      SequenceNumber: sequence,
      SizeBytes: 1,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}

export const sequences = (records: readonly EventRecord[]) =>
  records.map((record) => record.dynamodb.SequenceNumber).join('');
