import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { clientSettings } from '#shared/aws/client-settings.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { assumedCredentials, type DataRoleArns, tenantAssumption } from '#shared/table/assume-role.ts';

/**
 * Gives clients of the files' bucket whose credentials are fenced by session tags to one tenant.
 * @param requestTimeout milliseconds that sending a body and the answer may take together; by default what suits small ones
 */
export const fileClients = (
  arns: DataRoleArns,
  sts: Pick<STSClient, 'send'> = new STSClient(clientSettings),
  requestTimeout: number = clientSettings.requestHandler.requestTimeout,
): ((tenant: TenantId) => S3Client) => {
  const clients = new Map<TenantId, S3Client>();
  return (tenant) => {
    const known = clients.get(tenant);
    if (known) return known;
    const client = new S3Client({
      ...clientSettings,
      requestHandler: { ...clientSettings.requestHandler, requestTimeout },
      credentials: assumedCredentials(sts, tenantAssumption(arns, tenant)),
    });
    clients.set(tenant, client);
    return client;
  };
};
