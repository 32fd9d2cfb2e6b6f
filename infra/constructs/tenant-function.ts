import type { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';

export interface TenantFunctionProps {
  readonly name: 'cases' | 'catalogue' | 'trials';
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly description: string;
}

/** A function that serves signed-in people: it sees the table through their tenant's role and no other. */
export class TenantFunction extends PlatformFunction {
  constructor(scope: Construct, id: string, { tableName, ...props }: TenantFunctionProps) {
    super(scope, id, {
      ...props,
      environment: { TABLE_NAME: tableName, ...dataRoleEnvironment(scope, 'county', 'city') },
      assumes: ['county', 'city'],
    });
  }
}
