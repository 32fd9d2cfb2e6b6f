import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Client } from '#examples/client.ts';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { registryForProcesses } from '#functions/registry/ports/registry-for-processes.ts';
import { isTenantId, nodeOf } from '#shared/kernel/tenant.ts';

/** A system of the clerk's unit with one host in use, put into the registry as if it had been opened; answers its id. */
export const registeredSystem = async (
  { region, administrator: credentials, awsEndpoint: endpoint, tableName }: EmbeddedSystem,
  clerk: Client,
  name: string,
): Promise<string> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region, credentials, endpoint }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const { memberships } = await clerk.me();
  const [first] = memberships;
  if (!first || !isTenantId(first.tenant)) throw new Error('a clerk without a membership');
  const { tenant, organisation } = { ...first, tenant: first.tenant };
  const caseId = `${nodeOf(tenant)}.${randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase()}`;
  const at = '2026-01-05T02:00:00.000Z';
  const registry = registryForProcesses(client, tableName);
  const systemId = await registry.keepSystem({ tenant, organisation, name, createdAt: at, caseId });
  await registry.addResources([
    {
      ...{
        tenant,
        systemId,
        resourceId: `${caseId}-1-1`,
        kind: 'host',
        unit: '台',
        caseId,
        lineNo: 1,
        batch: 1,
      },
      specifications: [
        { from: at, productId: 'host-4c8g', name: '云主机', text: '4核8G', quantity: 1, caseId },
      ],
      pool: { kind: 'cityPool' },
      zone: 'extranet',
      instanceId: `i-${caseId}`,
      addresses: ['10.9.0.1'],
      state: 'inUse',
      openedAt: at,
      billing: [],
      revision: 1,
    },
  ]);
  client.destroy();
  return systemId;
};
