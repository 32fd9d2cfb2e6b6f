import type { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import type { DataRole } from '../names.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';

export interface TenantFunctionProps {
  readonly name:
    | 'provisioning'
    | 'registry'
    | 'obligations'
    | 'reclamation'
    | 'cases'
    | 'catalogue'
    | 'desks'
    | 'calendar'
    | 'documents'
    | 'messages'
    | 'trials';
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly description: string;
  /** Data roles that it takes on: its caller's tenant, or what the caller's city publishes, to read or to write. */
  readonly reads: readonly Exclude<DataRole, 'system'>[];
  /** A data role under which it publishes for its caller's city. */
  readonly publishes?: 'calendar' | 'templates';
  /** What it needs to know beside the table and its roles. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A function that serves signed-in people: it sees the table through the roles of its reads and no other. */
export class TenantFunction extends PlatformFunction {
  constructor(
    scope: Construct,
    id: string,
    { tableName, reads, publishes, more, ...props }: TenantFunctionProps,
  ) {
    const assumes = [...reads, ...(publishes ? [publishes] : [])];
    super(scope, id, {
      ...props,
      environment: { TABLE_NAME: tableName, ...dataRoleEnvironment(scope, ...assumes), ...more },
      assumes,
    });
  }
}
