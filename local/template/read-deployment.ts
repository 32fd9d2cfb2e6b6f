import { type Role, readRoles } from '../aws/read-roles.ts';
import { type FunctionSpec, readFunctions } from '../functions/read-functions.ts';
import { type GatewaySpec, readGateway } from '../gateway/read-gateway.ts';
import type { QueueSource } from '../queues/deliver-messages.ts';
import type { Queue } from '../queues/message-store.ts';
import type { BucketSpec } from '../s3/bucket-spec.ts';
import type { ScheduleRule } from '../schedules/create-schedules.ts';
import type { StreamMapping } from '../streams/serve-mapping.ts';
import type { Assembly } from './load-assembly.ts';
import { OpenTemplates, type Placement } from './open-template.ts';
import { readBuckets } from './read-buckets.ts';
import { type MachineSpec, readMachines } from './read-machines.ts';
import { readQueueSources, readQueues } from './read-queues.ts';
import { readRules } from './read-rules.ts';
import { readStreamMappings } from './read-stream-mappings.ts';
import { readTable, type TableSpec } from './read-table.ts';
import { allKinds } from './resources/all-kinds.ts';

/** The synthesized app as the runtime's parts need it. */
export interface Deployment {
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  readonly table: TableSpec;
  readonly buckets: readonly BucketSpec[];
  readonly functions: readonly FunctionSpec[];
  readonly roles: readonly Role[];
  readonly gateway: GatewaySpec;
  readonly machines: readonly MachineSpec[];
  readonly queues: readonly Queue[];
  readonly queueSources: readonly QueueSource[];
  readonly streamMappings: readonly StreamMapping[];
  readonly rules: readonly ScheduleRule[];
}

/** Reads all stacks; anything that the runtime would ignore unknowingly throws with its path. */
export function readDeployment(assembly: Assembly, placement: Omit<Placement, 'partition'>): Deployment {
  const [first] = assembly.stacks;
  if (first === undefined) throw new Error('The assembly holds no stack');
  const { region, account } = first;
  const partition = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  const templates = new OpenTemplates(assembly, allKinds, { ...placement, partition });
  return {
    region,
    account,
    partition,
    table: readTable(templates),
    buckets: readBuckets(templates),
    functions: readFunctions(templates, assembly.assetFolders),
    roles: readRoles(templates),
    gateway: readGateway(templates),
    machines: readMachines(templates),
    queues: readQueues(templates),
    queueSources: readQueueSources(templates),
    streamMappings: readStreamMappings(templates),
    rules: readRules(templates),
  };
}
