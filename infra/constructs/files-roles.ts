import { Validations } from 'aws-cdk-lib';
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
 * attach and writes only what its own departments do. One function may take these roles on.
 */
export class FilesRoles extends Construct {
  constructor(scope: Construct, id: string, { bucket }: FilesRolesProps) {
    super(scope, id);
    const under = (prefix: string, ...actions: string[]) =>
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions,
        resources: [bucket.arnForObjects(`T/${prefix}/*`)],
      });
    this.role('county-files', [under(`${city}/${county}`, ...readActions, ...writeActions)]);
    this.role('city-files', [under(city, ...readActions), under(`${city}/_city`, ...writeActions)]);
  }

  private role(role: 'county-files' | 'city-files', statements: PolicyStatement[]): void {
    const description = `Reads and writes uploads as ${role.replace('-files', '')}`;
    const made = new FencedRole(this, { role, description, users: ['files'], policy: 'files', statements });
    Validations.of(made).acknowledge({
      id: 'AwsSolutions-IAM5',
      reason: 'The wildcard stands for cases and files within the one tenant that the session tags name.',
    });
  }
}
