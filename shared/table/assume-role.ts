import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import { cityOf, isCityTenant, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';

/** ARNs of the data roles that a function may assume. */
export interface DataRoleArns {
  readonly county?: string | undefined;
  readonly city?: string | undefined;
  readonly reference?: string | undefined;
  readonly catalogue?: string | undefined;
  readonly templates?: string | undefined;
  readonly calendar?: string | undefined;
  readonly usage?: string | undefined;
  readonly provider?: string | undefined;
  readonly 'work-reader'?: string | undefined;
  readonly system?: string | undefined;
}

/** A role to be taken on, under a name and with the session tags that fence it. */
export interface Assumption {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** @throws when the function was given no such role */
export const requiredRole = (arn: string | undefined, kind: string): string => {
  if (arn === undefined) throw new Error(`this function may not assume the ${kind} data role`);
  return arn;
};

/** The role of a tenant's level, tagged with the tenant. */
export const tenantAssumption = (arns: DataRoleArns, tenant: TenantId): Assumption => {
  const city = cityOf(tenant);
  if (isCityTenant(tenant))
    return { roleArn: requiredRole(arns.city, 'city'), sessionName: `city-${city}`, tags: { city } };
  const county = nodeOf(tenant);
  return {
    roleArn: requiredRole(arns.county, 'county'),
    sessionName: `county-${city}-${county}`,
    tags: { city, county },
  };
};

const renewBeforeMs = 5 * 60_000;

/** Credentials of an assumed role, said to expire five minutes before they do. */
export const assumedCredentials = (sts: Pick<STSClient, 'send'>, assumption: Assumption) => async () => {
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
