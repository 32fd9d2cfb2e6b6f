import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { cityOf, isCityTenant, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';

/** Whose fence a piece of work stays inside; decided by who is asking, never by what is asked for. */
export type DataScope =
  | { readonly kind: 'tenant'; readonly tenant: TenantId }
  /** What a city publishes to its own people, read only. */
  | { readonly kind: 'reference'; readonly city: string }
  | { readonly kind: 'system' };

/** ARNs of the data roles that a function may assume. */
export interface DataRoleArns {
  readonly county?: string | undefined;
  readonly city?: string | undefined;
  readonly reference?: string | undefined;
  readonly system?: string | undefined;
}

interface Assumption {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly tags: Readonly<Record<string, string>>;
}

const required = (arn: string | undefined, kind: string): string => {
  if (arn === undefined) throw new Error(`this function may not assume the ${kind} data role`);
  return arn;
};

const assumptionFor = (arns: DataRoleArns, scope: DataScope): Assumption => {
  if (scope.kind === 'system')
    return { roleArn: required(arns.system, 'system'), sessionName: 'system', tags: {} };
  if (scope.kind === 'reference') {
    const { city } = scope;
    return {
      roleArn: required(arns.reference, 'reference'),
      sessionName: `reference-${city}`,
      tags: { city },
    };
  }
  const city = cityOf(scope.tenant);
  if (isCityTenant(scope.tenant))
    return { roleArn: required(arns.city, 'city'), sessionName: `city-${city}`, tags: { city } };
  const county = nodeOf(scope.tenant);
  return {
    roleArn: required(arns.county, 'county'),
    sessionName: `county-${city}-${county}`,
    tags: { city, county },
  };
};

const renewBeforeMs = 5 * 60_000;

/**
 * Gives table clients whose credentials are fenced by session tags to one tenant (or to the system role).
 * Clients are kept per role and tenant for as long as the function lives; credentials are renewed before they expire.
 */
export const dataRoleClients = (
  arns: DataRoleArns,
  sts: Pick<STSClient, 'send'> = new STSClient(clientSettings),
) => {
  const clients = new Map<string, DynamoDBDocumentClient>();

  const credentialsOf = (assumption: Assumption) => async () => {
    const answer = await sts.send(
      new AssumeRoleCommand({
        RoleArn: assumption.roleArn,
        RoleSessionName: assumption.sessionName,
        Tags: Object.entries(assumption.tags).map(([Key, Value]) => ({ Key, Value })),
      }),
    );
    const issued = answer.Credentials;
    if (!issued?.AccessKeyId || !issued.SecretAccessKey || !issued.SessionToken || !issued.Expiration)
      throw new Error('STS answered without credentials');
    return {
      accessKeyId: issued.AccessKeyId,
      secretAccessKey: issued.SecretAccessKey,
      sessionToken: issued.SessionToken,
      expiration: new Date(issued.Expiration.getTime() - renewBeforeMs),
    };
  };

  return (scope: DataScope): DynamoDBDocumentClient => {
    const assumption = assumptionFor(arns, scope);
    const known = clients.get(assumption.sessionName);
    if (known) return known;
    const client = DynamoDBDocumentClient.from(
      new DynamoDBClient({ ...clientSettings, credentials: credentialsOf(assumption) }),
      {
        marshallOptions: { removeUndefinedValues: true },
      },
    );
    clients.set(assumption.sessionName, client);
    return client;
  };
};
