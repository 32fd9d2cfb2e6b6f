import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';
import type { SignIn } from './sign-in.ts';

export interface TenancyProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly signIn: SignIn;
}

/** Who somebody is and under which membership they act, and who may change that: the gateway's authorizer and people's administration. */
export class Tenancy extends Construct {
  readonly authorizer: PlatformFunction;
  readonly http: PlatformFunction;

  constructor(scope: Construct, id: string, { assets, tableName, signIn }: TenancyProps) {
    super(scope, id);
    this.authorizer = new PlatformFunction(this, 'Authorizer', {
      name: 'authorizer',
      assets,
      description: 'Checks the access token and the membership that a request names',
      environment: {
        TABLE_NAME: tableName,
        ...dataRoleEnvironment(this, 'system'),
        OIDC_ISSUER: signIn.issuer,
        OIDC_AUDIENCE: signIn.audience,
        OIDC_JWKS_URL: signIn.jwksUrl,
      },
      assumes: ['system'],
    });
    this.http = new PlatformFunction(this, 'Http', {
      name: 'tenancy',
      assets,
      description: 'Answers who the signed-in person is, and administers the people of their tenant',
      environment: { TABLE_NAME: tableName, ...dataRoleEnvironment(this, 'county', 'city') },
      assumes: ['county', 'city'],
    });
  }
}
