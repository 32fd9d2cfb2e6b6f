import { STSClient } from '@aws-sdk/client-sts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { cityOf, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import {
  type Assumption,
  assumedCredentials,
  type DataRoleArns,
  requiredRole,
  tenantAssumption,
} from './assume-role.ts';
import { documentClient } from './document-client.ts';

/** Whose fence a piece of work stays inside; decided by who is asking, never by what is asked for. */
export type DataScope =
  | { readonly kind: 'tenant'; readonly tenant: TenantId }
  /** What a city publishes to its own people, read only. */
  | { readonly kind: 'reference'; readonly city: string }
  /** A city's catalogue, to write it. */
  | { readonly kind: 'catalogue'; readonly city: string }
  /** The document templates of a city, for its administrator. */
  | { readonly kind: 'templates'; readonly city: string }
  /** A city's calendar, written for one of its tenants. */
  | { readonly kind: 'calendar'; readonly tenant: TenantId }
  /** How often a tenant has called what is counted, and nothing else of it. */
  | { readonly kind: 'usage'; readonly tenant: TenantId }
  /** What providers keep of a tenant's: the work orders that were issued for it, read only. */
  | { readonly kind: 'work-reader'; readonly tenant: TenantId }
  /** A provider's own orders, answers included. */
  | { readonly kind: 'provider'; readonly city: string; readonly organisation: string }
  | { readonly kind: 'system' };

const assumptionFor = (arns: DataRoleArns, scope: DataScope): Assumption => {
  if (scope.kind === 'tenant') return tenantAssumption(arns, scope.tenant);
  if (scope.kind === 'system')
    return { roleArn: requiredRole(arns.system, 'system'), sessionName: 'system', tags: {} };
  if (scope.kind === 'calendar' || scope.kind === 'usage' || scope.kind === 'work-reader') {
    const { kind, tenant } = scope;
    const [city, county] = [cityOf(tenant), nodeOf(tenant)];
    return {
      roleArn: requiredRole(arns[kind], kind),
      sessionName: `${kind}-${city}-${county}`,
      tags: { city, county },
    };
  }
  if (scope.kind === 'provider') {
    const { city, organisation } = scope;
    return {
      roleArn: requiredRole(arns.provider, 'provider'),
      sessionName: `provider-${organisation}`,
      tags: { city, organisation },
    };
  }
  const { kind, city } = scope;
  return { roleArn: requiredRole(arns[kind], kind), sessionName: `${kind}-${city}`, tags: { city } };
};

/**
 * Gives table clients whose credentials are fenced by session tags to one tenant (or to the system role).
 * Clients are kept per session and tags for as long as the function lives; credentials are renewed before they expire.
 */
export const dataRoleClients = (
  arns: DataRoleArns,
  sts: Pick<STSClient, 'send'> = new STSClient(clientSettings),
) => {
  const clients = new Map<string, DynamoDBDocumentClient>();

  return (scope: DataScope): DynamoDBDocumentClient => {
    const assumption = assumptionFor(arns, scope);
    const { sessionName, tags } = assumption;
    const key = JSON.stringify([sessionName, tags]);
    const known = clients.get(key);
    if (known) return known;
    const client = documentClient({ credentials: assumedCredentials(sts, assumption) });
    clients.set(key, client);
    return client;
  };
};
