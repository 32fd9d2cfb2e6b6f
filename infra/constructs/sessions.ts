import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { PlatformFunction } from './platform-function.ts';
import type { SignIn } from './sign-in.ts';

export interface SessionsProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly signIn: SignIn;
}

/**
 * Keeps the browsers' sign-in sessions. Its execution role itself reaches the sessions' keys and no others: it acts for
 * no tenant, so that there is no data role to take on.
 */
export class Sessions extends PlatformFunction {
  constructor(scope: Construct, id: string, { assets, tableName, signIn }: SessionsProps) {
    const sessionKeys = new PolicyStatement({
      effect: Effect.ALLOW,
      actions: [
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
      resources: [
        Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName }),
      ],
      conditions: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['S#SESSION#*'] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    });
    super(scope, id, {
      name: 'session',
      assets,
      description: 'Opens, renews and ends the sign-in sessions of the console',
      environment: {
        TABLE_NAME: tableName,
        OIDC_ISSUER: signIn.issuer,
        OIDC_CLIENT_ID: signIn.clientId,
        PUBLIC_BASE_URL: signIn.publicBaseUrl,
        SESSION_HOURS: signIn.sessionHours,
        SESSION_IDLE_MINUTES: signIn.sessionIdleMinutes,
      },
      statements: [sessionKeys],
    });
  }
}
