import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Part, RuntimeContext } from '../contract.ts';
import { createMessageStore } from '../queues/message-store.ts';
import { createCheckpointStore } from './checkpoint-store.ts';
import { createDisturbance, type StreamFaults } from './disturb-delivery.ts';
import { createShardReader, type ShardReader } from './read-shards.ts';
import { createMapping, type StreamMapping } from './serve-mapping.ts';
import type { EventRecord } from './to-event-record.ts';

export interface EmbeddedStreams extends Part {
  /** Off: records wait in the stream, as when the consumer is down. */
  setEnabled(on: boolean): void;
  /** Duplicated and reordered deliveries by seed, for tests; undefined ends them. */
  setFaults(faults: StreamFaults | undefined): void;
}

/** AWS promises the order of one item's records alone. */
const itemOfRecord = ({ dynamodb }: EventRecord) => JSON.stringify(dynamodb.Keys);

/** The table's stream, brought to the functions that its mappings name. The database is asked directly. */
export function createStreams(
  context: RuntimeContext,
  source: { dynamoEndpoint: string; tableName: string },
  mappings: readonly StreamMapping[],
): EmbeddedStreams {
  const { db } = context.store;
  const stores = { checkpoints: createCheckpointStore(db), messages: createMessageStore(db) };
  const served = mappings.map((mapping) => createMapping(context, mapping, stores));
  let reader: ShardReader | undefined;

  /** Known only to the database; a table that was made anew has a new one. */
  async function findStreamArn(): Promise<string> {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({
      endpoint: source.dynamoEndpoint,
      region: context.region,
      credentials,
    });
    try {
      const { Table } = await client.send(new DescribeTableCommand({ TableName: source.tableName }));
      if (Table?.LatestStreamArn === undefined) throw new Error(`表 ${source.tableName} 没有数据流`);
      return Table.LatestStreamArn;
    } finally {
      client.destroy();
    }
  }

  return {
    async start() {
      if (served.length === 0) return;
      const streamArn = await findStreamArn();
      reader = createShardReader(source.dynamoEndpoint, context.region, streamArn);
      for (const mapping of served) mapping.start(streamArn, reader);
    },
    async stop() {
      for (const mapping of served) mapping.stop();
      reader?.close();
    },
    setEnabled(on) {
      for (const mapping of served) mapping.setEnabled(on);
    },
    setFaults(faults) {
      for (const mapping of served) mapping.setDisturbance(faults && createDisturbance(faults, itemOfRecord));
    },
  };
}
