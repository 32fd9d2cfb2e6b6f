import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { tableName } from '../names.ts';

/** The index that each data role may query; `due` spans tenants and is the system's alone. */
const indexes = { worklist: 'g1', due: 'g2', lookup: 'g3' } as const;

type IndexName = keyof typeof indexes;

const key = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * The one table. Its name is fixed on purpose: a change that would replace it fails to deploy instead of
 * quietly starting an empty one. `Table`, not `TableV2`, which makes a global table of another shape.
 */
export class SingleTable extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      tableName,
      partitionKey: key('pk'),
      sortKey: key('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'ttl',
    });
    for (const [indexName, prefix] of Object.entries(indexes)) {
      this.addGlobalSecondaryIndex({
        indexName,
        partitionKey: key(`${prefix}pk`),
        sortKey: key(`${prefix}sk`),
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
  }

  indexArns(...names: IndexName[]): string[] {
    return names.map((name) => `${this.tableArn}/index/${name}`);
  }
}
