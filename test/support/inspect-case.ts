import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateGetExecutionHistory, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, paginateQuery, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { type ChainedEntry, findChainBreak } from '#shared/kernel/journal-chain.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { headerSk } from '#shared/table/aggregate-shape.ts';
import { deliveryShards, indexKeys, keys } from '#shared/table/keys.ts';
import { markerKindOf } from '#shared/table/markers.ts';
import type { DemoPerson } from '#shared/tenancy/demo-people.ts';

/** An event as the journal keeps it. */
export interface KeptEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A message in somebody's inbox. */
export interface Told {
  readonly user: string;
  readonly event: string;
  /** The same for the same event and person, however often it is told. */
  readonly id: string;
}

export interface SeenExecution {
  readonly status: string;
  /** Names of the states entered, in order. */
  readonly entered: readonly string[];
}

const connect = ({ region, administrator: credentials, awsEndpoint: endpoint }: EmbeddedSystem) => {
  const settings = { region, credentials, endpoint };
  return {
    endpoint,
    client: DynamoDBDocumentClient.from(new DynamoDBClient(settings)),
    machines: new SFNClient(settings),
    close() {
      this.client.destroy();
      this.machines.destroy();
    },
  };
};

/**
 * Looks into a running system with the administrator's credentials, behind the interface's back.
 * @param now the system as it runs now; after a restart its AWS endpoint may be another
 */
export const createInspector = (now: () => EmbeddedSystem) => {
  const { tableName: TableName, approvalMachineArn: stateMachineArn } = now();
  let connected = connect(now());
  const reach = () => {
    if (connected.endpoint === now().awsEndpoint) return connected;
    connected.close();
    connected = connect(now());
    return connected;
  };

  const itemsIn = async (pk: string, prefix: string) => {
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    };
    const items: Record<string, unknown>[] = [];
    for await (const { Items } of paginateQuery(reach(), query)) items.push(...(Items ?? []));
    return items;
  };
  const itemsOf = (tenant: TenantId, caseId: string, prefix: string) =>
    itemsIn(keys.casePartition(tenant, caseId), prefix);

  const isRipe = ({ sk, g2sk }: Record<string, unknown>): boolean =>
    markerKindOf({ sk: String(sk) }) === 'notice' && String(g2sk) < new Date().toISOString();

  /** What one person has been told of a matter and of all that follows from it. */
  const toldTo = async ({ user, tenant }: Pick<DemoPerson, 'user' | 'tenant'>, matterId: string) => {
    const { pk, sk } = keys.message(tenant, user, matterId);
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      ConsistentRead: true,
    };
    const messages: Told[] = [];
    for await (const { Items } of paginateQuery(reach(), query))
      for (const { id, event } of Items ?? []) messages.push({ user, event: String(event), id: String(id) });
    return messages;
  };

  const executionsOf = async (caseId: string, machine: string) => {
    const query = { stateMachineArn: stateMachineArn.replace(/[^:]+$/, machine), maxResults: 1000 };
    const found: { status: string; executionArn: string }[] = [];
    for await (const { executions } of paginateListExecutions({ client: reach().machines }, query))
      for (const { name, status = '', executionArn = '' } of executions ?? [])
        if (name?.includes(caseId)) found.push({ status, executionArn });
    return found;
  };

  const enteredBy = async (executionArn: string): Promise<string[]> => {
    const names: string[] = [];
    for await (const { events } of paginateGetExecutionHistory(
      { client: reach().machines },
      { executionArn },
    ))
      names.push(...(events ?? []).flatMap((event) => event.stateEnteredEventDetails?.name ?? []));
    return names;
  };

  /** A marker that was delivered, or is in somebody else's hands, meanwhile is left. */
  const age = async (key: Record<string, unknown>, place: string): Promise<void> => {
    const old = `2000-01-01T00:00:00.000Z#${key['pk']}#${key['sk']}`;
    const update = new UpdateCommand({
      TableName,
      Key: { pk: key['pk'], sk: key['sk'] },
      UpdateExpression: 'SET g2pk = :place, g2sk = :old',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':place': place, ':old': old },
    });
    await reach()
      .client.send(update)
      .catch(() => {});
  };

  const unswept = async (date: string, shard: number) => {
    const { Items } = await reach().client.send(
      new QueryCommand({
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'g2pk = :pk',
        ExpressionAttributeValues: { ':pk': indexKeys.undelivered(date, shard) },
      }),
    );
    return Items ?? [];
  };

  /** A retry in half an hour may lie behind midnight, where no sweep looks today. */
  const ageDay = async (date: string, today: string): Promise<void> => {
    const [place = today] = [date, today].sort();
    for (let shard = 0; shard < deliveryShards; shard += 1)
      for (const key of await unswept(date, shard)) await age(key, indexKeys.undelivered(place, shard));
  };

  return {
    /** Every event of a case's journal, oldest first. */
    async events(tenant: TenantId, caseId: string): Promise<KeptEvent[]> {
      const entries = await itemsOf(tenant, caseId, 'EV#');
      return entries.flatMap(({ content }) => (content as { events: KeptEvent[] }).events);
    },

    /** Delivery markers that nobody has carried to the machine yet. */
    markers: async (tenant: TenantId, caseId: string): Promise<string[]> =>
      (await itemsOf(tenant, caseId, 'DEL#'))
        .map(({ sk }) => String(sk))
        .filter((sk) => markerKindOf({ sk }) !== 'notice'),

    /** Notices that nobody has carried to people yet. */
    notices: async (tenant: TenantId, caseId: string): Promise<string[]> =>
      (await itemsOf(tenant, caseId, 'DEL#'))
        .map(({ sk }) => String(sk))
        .filter((sk) => markerKindOf({ sk }) === 'notice'),

    /** Which of these people have been told of what about a matter, and of all that follows from it. */
    told: async (
      people: readonly Pick<DemoPerson, 'user' | 'tenant'>[],
      matterId: string,
    ): Promise<readonly Told[]> =>
      (await Promise.all(people.map((person) => toldTo(person, matterId)))).flat(),

    /** Notices that wait for nobody's working hours, and that nobody has carried to people yet. */
    ripeNotices: async (tenant: TenantId, caseId: string): Promise<string[]> =>
      (await itemsOf(tenant, caseId, 'DEL#')).filter(isRipe).map(({ sk }) => String(sk)),

    /** A journal of any partition: its events, oldest first, and whether its chain holds up to the head. */
    async journal(
      partition: string,
    ): Promise<{ readonly events: readonly string[]; readonly intact: boolean }> {
      const entries = (await itemsIn(partition, 'EV#')) as unknown as ChainedEntry[];
      const [header] = (await itemsIn(partition, headerSk)) as { head?: { seq: number; hash: string } }[];
      return {
        events: entries.flatMap(({ content }) => (content['events'] as KeptEvent[]).map(({ type }) => type)),
        intact: header?.head !== undefined && findChainBreak(entries, header.head) === undefined,
      };
    },

    /** What of a partition is still to be carried: effects whose time has come, and notices that wait for nobody. */
    ripeMarkers: async (partition: string): Promise<string[]> =>
      (await itemsIn(partition, 'DEL#'))
        .filter(({ g2sk }) => String(g2sk) < new Date().toISOString())
        .map(({ sk }) => String(sk)),

    /** Places promised to files of a case. */
    uploads: async (tenant: TenantId, caseId: string): Promise<number> =>
      (await itemsOf(tenant, caseId, 'UP#')).length,

    /** A matter's executions of a machine, by default the approval's; there may be one. */
    executions: async (caseId: string, machine = 'yunwangtong-approval'): Promise<SeenExecution[]> =>
      Promise.all(
        (await executionsOf(caseId, machine)).map(async ({ status, executionArn }) => ({
          status,
          entered: await enteredBy(executionArn),
        })),
      ),

    /** Makes every marker older than the time that the sweep leaves to the stream, as if that had passed. */
    async ageMarkers(): Promise<void> {
      const today = shanghaiDateOf(new Date());
      for (const date of [addDays(today, -1), today, addDays(today, 1)]) await ageDay(date, today);
    },

    close: (): void => connected.close(),
  };
};

export type Inspector = ReturnType<typeof createInspector>;
