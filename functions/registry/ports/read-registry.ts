import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RegistryStore } from '../app/ports.ts';
import { createRegistryStore } from '../store/registry-store.ts';

/** 台账 as other contexts read it for whoever is signed in; the client's fence says how far. */
export const readRegistry = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): Pick<RegistryStore, 'findSystem' | 'resourcesOf'> => createRegistryStore(client, table);
