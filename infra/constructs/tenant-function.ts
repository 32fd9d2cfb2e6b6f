import type { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';

export interface TenantFunctionProps {
  readonly name: 'cases' | 'catalogue' | 'messages' | 'trials' | 'documents';
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly description: string;
  /** Data roles that it takes on: its caller's tenant, what the caller's city publishes, or its templates. */
  readonly reads: readonly ('county' | 'city' | 'reference' | 'templates')[];
}

/** A function that serves signed-in people: it sees the table through the roles of its reads and no other. */
export class TenantFunction extends PlatformFunction {
  constructor(scope: Construct, id: string, { tableName, reads, ...props }: TenantFunctionProps) {
    super(scope, id, {
      ...props,
      environment: { TABLE_NAME: tableName, ...dataRoleEnvironment(scope, ...reads) },
      assumes: reads,
    });
  }
}
