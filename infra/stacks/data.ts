import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AnchorsBucket } from '../constructs/anchors-bucket.ts';
import { DataRoles } from '../constructs/data-roles.ts';
import { FilesBucket } from '../constructs/files-bucket.ts';
import { FilesRoles } from '../constructs/files-roles.ts';
import { publicBaseUrl } from '../constructs/public-base-url.ts';
import { SingleTable } from '../constructs/single-table.ts';

/** What must outlive every deployment: the table, the uploads and the anchors, and the roles that fence them. */
export class DataStack extends Stack {
  readonly table: SingleTable;
  readonly files: FilesBucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.table = new SingleTable(this, 'Table');
    new DataRoles(this, 'Roles', { table: this.table });
    this.files = new FilesBucket(this, 'Files', { publicBaseUrl: publicBaseUrl(this) });
    new FilesRoles(this, 'FilesRoles', { bucket: this.files });
    const anchors = new AnchorsBucket(this, 'Anchors');
    // Of all that may fail at a first deployment the protected table is the one that does not go away again.
    this.table.node.addDependency(this.files, anchors);
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'FilesBucket', { value: this.files.bucketName });
    new CfnOutput(this, 'AnchorsBucket', { value: anchors.bucketName });
  }
}
