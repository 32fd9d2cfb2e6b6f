import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RegistryWriter } from '../app/ports.ts';
import { createRegistryWriter } from '../store/registry-writer.ts';

export type { RegistryWriter } from '../app/ports.ts';
export { changeSpecification } from '../domain/change-specification.ts';
export { billReplaced } from '../domain/replaced-billing.ts';
export { endBilling, erased, type Resource, reclaimed } from '../domain/resource.ts';

/** 台账 as processes leave their traces in it: every write may come again and changes nothing the second time. */
export const registryForProcesses = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): RegistryWriter => createRegistryWriter(client, table);
