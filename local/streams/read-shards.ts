import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  type Shard,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';

export interface Page {
  records: readonly StreamRecord[];
  /** Undefined at the end of a closed shard. */
  next: string | undefined;
}

/** Where in a shard reading begins; `gone` when the shard itself is no longer there. */
export type Opened = { kind: 'open'; iterator: string; trimmed: boolean } | { kind: 'gone' };

/** DynamoDB Local answers InternalFailure for a sequence number that its shard cannot hold. */
const isLost = (cause: unknown) =>
  cause instanceof TrimmedDataAccessException || (cause instanceof Error && cause.name === 'InternalFailure');

/** The calls on one stream, with what may go wrong in them turned into answers. */
export function createShardReader(endpoint: string, region: string, streamArn: string) {
  const client = new DynamoDBStreamsClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

  async function iterator(shardId: string, after: string | null): Promise<string | undefined> {
    const where = { StreamArn: streamArn, ShardId: shardId };
    const command = after
      ? { ...where, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after }
      : { ...where, ShardIteratorType: 'TRIM_HORIZON' as const };
    return (await client.send(new GetShardIteratorCommand(command))).ShardIterator;
  }

  async function openAt(shardId: string, after: string | null): Promise<Opened | 'lost'> {
    try {
      const found = await iterator(shardId, after);
      return found === undefined ? { kind: 'gone' } : { kind: 'open', iterator: found, trimmed: false };
    } catch (cause) {
      if (cause instanceof ResourceNotFoundException) return { kind: 'gone' };
      if (after !== null && isLost(cause)) return 'lost';
      throw cause;
    }
  }

  return {
    /** All shards, parents before children as the service lists them. */
    async listShards(): Promise<Shard[]> {
      const shards: Shard[] = [];
      let start: string | undefined;
      do {
        const page = await client.send(
          new DescribeStreamCommand({ StreamArn: streamArn, ...(start && { ExclusiveStartShardId: start }) }),
        );
        shards.push(...(page.StreamDescription?.Shards ?? []));
        start = page.StreamDescription?.LastEvaluatedShardId;
      } while (start !== undefined);
      return shards;
    },

    /**
     * Opens a shard after a sequence number, or at its beginning. Where the number is trimmed or unknown it starts
     * at the oldest record that is left: delivering again is safe, skipping is not.
     */
    async open(shardId: string, after: string | null): Promise<Opened> {
      const found = await openAt(shardId, after);
      if (found !== 'lost') return found;
      const oldest = await openAt(shardId, null);
      if (oldest === 'lost') throw new Error(`cannot open ${shardId} of ${streamArn}`);
      return oldest.kind === 'open' ? { ...oldest, trimmed: true } : oldest;
    },

    /** Undefined when the iterator is no longer good and the shard is to be opened again. */
    async read(from: string): Promise<Page | undefined> {
      try {
        const page = await client.send(new GetRecordsCommand({ ShardIterator: from, Limit: 1000 }));
        return { records: page.Records ?? [], next: page.NextShardIterator };
      } catch (cause) {
        if (cause instanceof ExpiredIteratorException || cause instanceof TrimmedDataAccessException)
          return undefined;
        throw cause;
      }
    },

    close: () => client.destroy(),
  };
}

export type ShardReader = ReturnType<typeof createShardReader>;
