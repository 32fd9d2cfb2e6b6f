import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { type DataRole, deadExportQueueName, exportQueueName } from '../names.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';
import { PlatformQueue } from './platform-queue.ts';

export interface TenantExportsProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly bucketName: string;
}

/** A volume is closed behind 48 MB or 45 s of packing; the rest is for a file of 20 MB, the archive and its upload. */
const timeout = Duration.seconds(180);
/** A volume lies in memory twice, as its files and as its archive. */
const memory = 1024;
const roles: DataRole[] = ['county', 'city', 'county-files', 'city-files'];
/** Who builds also reads what providers keep of the tenant's. */
const buildersRoles: DataRole[] = [...roles, 'work-reader'];

/** 整体导出: one function answers administrators, another builds volume after volume as the tenant that is exported. */
export class TenantExports extends Construct {
  readonly http: PlatformFunction;

  constructor(scope: Construct, id: string, { assets, tableName, bucketName }: TenantExportsProps) {
    super(scope, id);
    const queue = new PlatformQueue(this, 'Queue', exportQueueName, {
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: new PlatformQueue(this, 'Dead', deadExportQueueName), maxReceiveCount: 5 },
    });
    const environment = {
      TABLE_NAME: tableName,
      FILES_BUCKET: bucketName,
      EXPORT_QUEUE_URL: queue.queueUrl,
      ...dataRoleEnvironment(this, ...roles),
    };
    const allow = (...actions: string[]) =>
      new PolicyStatement({ effect: Effect.ALLOW, actions, resources: [queue.queueArn] });
    this.http = new PlatformFunction(this, 'Http', {
      name: 'exports',
      assets,
      description: 'Takes requests for the export of a whole tenant, tells how far it is, and hands it out',
      environment,
      assumes: roles,
      statements: [allow('sqs:SendMessage')],
    });
    const { lambda } = new PlatformFunction(this, 'Builder', {
      name: 'exports-build',
      assets,
      description: 'Builds the next volume of an export',
      timeout,
      memory,
      carriesOn: true,
      environment: { ...environment, ...dataRoleEnvironment(this, ...buildersRoles) },
      assumes: buildersRoles,
      statements: [
        allow('sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'),
      ],
    });
    new EventSourceMapping(this, 'QueueMapping', {
      target: lambda,
      eventSourceArn: queue.queueArn,
      batchSize: 1,
      reportBatchItemFailures: true,
    });
  }
}
