import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DataRoles } from '../constructs/data-roles.ts';
import { SingleTable } from '../constructs/single-table.ts';

/** What must outlive every deployment: the table, and the roles that fence it. */
export class DataStack extends Stack {
  readonly table: SingleTable;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.table = new SingleTable(this, 'Table');
    new DataRoles(this, 'Roles', { table: this.table });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
  }
}
