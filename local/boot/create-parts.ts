import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { createEndpoint } from '../aws/create-endpoint.ts';
import { createDynamoProxy } from '../aws/dynamodb/create-dynamo-proxy.ts';
import { createSts } from '../aws/sts/create-sts.ts';
import { BusinessClock } from '../clock/business-clock.ts';
import type { Part, RuntimeContext } from '../contract.ts';
import { disturbCalls } from '../faults/disturb-calls.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { createFunctions, type Functions } from '../functions/create-functions.ts';
import { functionEnvironment } from '../functions/function-environment.ts';
import { createGateway } from '../gateway/create-gateway.ts';
import { createInbox, inboxHost } from '../inbox/create-inbox.ts';
import { InboxStore } from '../inbox/inbox-store.ts';
import type { DynamoLocal } from '../java/dynamo-local.ts';
import { createMachines } from '../machine/create-machines.ts';
import { Meter } from '../meter/meter.ts';
import { meterInvocations, meterLines, meterRequests, meterS3, meterService } from '../meter/meter-calls.ts';
import { meterTable } from '../meter/meter-table.ts';
import type { OidcSettings } from '../oidc/configure-provider.ts';
import { createOidc, type EmbeddedOidc } from '../oidc/create-oidc.ts';
import { createQueues, type EmbeddedQueues } from '../queues/create-queues.ts';
import { createS3 } from '../s3/create-s3.ts';
import { ObjectStore } from '../s3/object-store.ts';
import { createSchedules, type EmbeddedSchedules } from '../schedules/create-schedules.ts';
import { createStreams, type EmbeddedStreams } from '../streams/create-streams.ts';
import type { Deployment } from '../template/read-deployment.ts';
import { type Administrator, createIdentities } from './create-identities.ts';
import type { DataFolder } from './open-folder.ts';

export interface PartsSetup {
  readonly folder: DataFolder;
  readonly plan: FaultPlan;
  readonly deployment: Deployment;
  readonly awsEndpoint: string;
  readonly dynamo: DynamoLocal;
  readonly dynamoEndpoint: string;
  readonly oidc: OidcSettings;
  /** Where this system answers people. */
  readonly baseUrl: string;
}

/** Everything that runs, wired but not started. */
export interface Parts {
  readonly administrator: Administrator;
  readonly clock: BusinessClock;
  readonly functions: Functions;
  readonly meter: Meter;
  readonly streams: EmbeddedStreams;
  readonly queues: EmbeddedQueues;
  readonly schedules: EmbeddedSchedules;
  readonly oidc: EmbeddedOidc;
  readonly gateway: RequestListener;
  readonly inbox: RequestListener;
  /** Signs what comes into the inbox. */
  readonly inboxSecret: string;
  readonly awsEndpoint: RequestListener;
  /** Started in this order, stopped in the reverse. */
  readonly services: readonly { name: string; part: Part }[];
}

function openClock(folder: DataFolder): BusinessClock {
  const clock = new BusinessClock();
  clock.shiftMs = folder.settings.get<number>('clockShiftMs') ?? 0;
  return clock;
}

export function createParts(setup: PartsSetup): Parts {
  const { folder, plan, deployment, awsEndpoint, dynamo, dynamoEndpoint } = setup;
  const { region, account, partition, table } = deployment;
  const { dataDir, store, log } = folder;
  const clock = openClock(folder);
  const { principals, administrator, credentialsOf } = createIdentities(deployment, folder.settings);
  const meter = new Meter();
  const functions = createFunctions({
    specs: deployment.functions,
    environmentOf: (spec) => functionEnvironment(spec, credentialsOf(spec), { awsEndpoint, region, dataDir }),
    clock: clock.cell,
    outbound: { host: inboxHost, target: `${setup.baseUrl}/_local/inbox` },
    logFolder: folder.logFolder,
    heard: meterLines(meter),
    log,
  });
  const invoke = meterInvocations(functions.invoke, meter);
  const context: RuntimeContext = {
    region,
    account,
    partition,
    dataDir,
    store,
    invoke,
    log,
    businessNow: () => clock.now(),
  };
  const machines = createMachines(context, deployment.machines);
  const queues = createQueues(context, deployment.queues, deployment.queueSources);
  const streams = createStreams(
    context,
    { dynamoEndpoint, tableName: table.name },
    deployment.streamMappings,
  );
  const schedules = createSchedules(context, deployment.rules);
  const oidc = createOidc(context, setup.oidc);
  const endpoint = () => dynamo.endpoint();
  const objects = new ObjectStore(store.db, dataDir);
  const inboxSecret = folder.settings.keep('inboxSecret', () => randomBytes(32).toString('base64url'));
  return {
    administrator,
    clock,
    functions,
    meter,
    streams,
    schedules,
    oidc,
    inbox: createInbox(new InboxStore(store.db), inboxSecret),
    inboxSecret,
    gateway: meterRequests(createGateway(deployment.gateway, invoke), meter),
    queues,
    awsEndpoint: disturbCalls(
      createEndpoint({
        principals,
        dynamo: meterTable(createDynamoProxy({ table, endpoint, plan }), table, endpoint, meter),
        sts: createSts({ account, partition, roles: deployment.roles, principals }),
        services: [
          meterService(machines.service, 'states', meter),
          meterService(queues.service, 'sqs', meter),
        ],
        s3: meterS3(createS3({ buckets: deployment.buckets, store: objects, principals, log }), meter),
        log,
      }),
      {
        callerOf: principals.functionBehind,
        trouble: (by, what) => plan.call(by, what),
        endThread: (name) => functions.end(name),
      },
    ),
    services: [
      { name: '登录', part: oidc },
      { name: '流程', part: machines },
      { name: '队列', part: queues },
      { name: '数据流', part: streams },
      { name: '定时', part: schedules },
    ],
  };
}
