import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { FencedRole, sessionTag } from './data-role.ts';
import type { FilesBucket } from './files-bucket.ts';

export interface FilesRolesProps {
  readonly bucket: FilesBucket;
}

const readActions = ['s3:GetObject', 's3:GetObjectVersion'];
/** No listing and no deleting: keys come from the table, and what is marked `keep=no` the lifecycle takes away. */
const writeActions = ['s3:PutObject', 's3:PutObjectTagging', 's3:PutObjectVersionTagging'];

const city = sessionTag('city');
const county = sessionTag('county');

/**
 * Who reads and writes which uploads, told apart by the session tags as for the table. A city reads what its counties
 * attach, and writes what its own departments attach and what its people add to its counties' cases. What serves attachments and what exports whole tenants may take these roles on.
 */
export class FilesRoles extends Construct {
  constructor(scope: Construct, id: string, { bucket }: FilesRolesProps) {
    super(scope, id);
    this.role('county-files', bucket, [[`${city}/${county}`, [...readActions, ...writeActions]]]);
    this.role('city-files', bucket, [[city, [...readActions, ...writeActions]]]);
  }

  private role(
    role: 'county-files' | 'city-files',
    bucket: FilesBucket,
    rights: readonly (readonly [prefix: string, actions: readonly string[]])[],
  ): void {
    const made = new FencedRole(this, {
      role,
      description: `Reads and writes uploads as ${role.replace('-files', '')}`,
      users: ['files', 'exports', 'exports-build'],
      policy: 'files',
      statements: rights.map(
        ([prefix, actions]) =>
          new PolicyStatement({
            effect: Effect.ALLOW,
            actions: [...actions],
            resources: [bucket.arnForObjects(`T/${prefix}/*`)],
          }),
      ),
    });
    for (const [prefix] of rights) this.acknowledgeWildcard(made, bucket, prefix);
  }

  private acknowledgeWildcard(role: FencedRole, bucket: FilesBucket, prefix: string): void {
    const { logicalId } = bucket.node.defaultChild as CfnElement;
    const told = prefix.replace(/\$\{([^}]+)\}/g, '<$1>');
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).resolve(logicalId)}.Arn>/T/${told}/*]`,
      reason: 'The wildcard stands for cases and files within the one tenant that the session tags name.',
    });
  }
}
