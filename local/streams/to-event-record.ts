import { isDeepStrictEqual } from 'node:util';
import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';

/** A record as Lambda hands it to a function. */
export interface EventRecord {
  eventID: string | undefined;
  eventName: string | undefined;
  eventVersion: string | undefined;
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  eventSourceARN: string;
  userIdentity?: { principalId: string | undefined; type: string | undefined };
  dynamodb: {
    /** Seconds; DynamoDB Local cuts it to the minute. */
    ApproximateCreationDateTime: number;
    Keys: unknown;
    NewImage?: unknown;
    OldImage?: unknown;
    SequenceNumber: string;
    SizeBytes: number | undefined;
    StreamViewType: string | undefined;
  };
}

/** JSON has no bytes: binary attributes travel as base64. */
function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]));
}

/** DynamoDB Local reports a put of an identical item as a change; AWS reports nothing. */
export function changesNothing({ eventName, dynamodb }: StreamRecord): boolean {
  return eventName === 'MODIFY' && isDeepStrictEqual(dynamodb?.OldImage, dynamodb?.NewImage);
}

export function toEventRecord(record: StreamRecord, awsRegion: string, eventSourceARN: string): EventRecord {
  const { dynamodb, userIdentity } = record;
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion,
    eventSourceARN,
    ...(userIdentity && { userIdentity: { principalId: userIdentity.PrincipalId, type: userIdentity.Type } }),
    dynamodb: {
      ApproximateCreationDateTime: (dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
      Keys: toJson(dynamodb?.Keys),
      ...(dynamodb?.NewImage && { NewImage: toJson(dynamodb.NewImage) }),
      ...(dynamodb?.OldImage && { OldImage: toJson(dynamodb.OldImage) }),
      SequenceNumber: dynamodb?.SequenceNumber ?? '',
      SizeBytes: dynamodb?.SizeBytes,
      StreamViewType: dynamodb?.StreamViewType,
    },
  };
}
