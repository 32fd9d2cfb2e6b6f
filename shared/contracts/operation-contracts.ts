import { calendarContracts } from './calendar-contracts.ts';
import { caseVerbsContracts } from './case-verbs-contracts.ts';
import { casesContracts } from './cases-contracts.ts';
import { catalogueContracts } from './catalogue-contracts.ts';
import { desksContracts } from './desks-contracts.ts';
import { documentsContracts } from './documents-contracts.ts';
import { filesContracts } from './files-contracts.ts';
import { messagesContracts } from './messages-contracts.ts';
import { obligationsContracts } from './obligations-contracts.ts';
import type { OperationContract } from './operation-contract.ts';
import type { OperationId } from './operations.ts';
import { peopleContracts } from './people-contracts.ts';
import { provisioningContracts } from './provisioning-contracts.ts';
import { reclamationContracts } from './reclamation-contracts.ts';
import { registryContracts } from './registry-contracts.ts';
import { tenancyContracts } from './tenancy-contracts.ts';
import { tenantsContracts } from './tenants-contracts.ts';
import { trialsContracts } from './trials-contracts.ts';

/** What every operation takes and gives; a context's own file says it for its operations. */
export const contracts = {
  ...tenancyContracts,
  ...tenantsContracts,
  ...peopleContracts,
  ...catalogueContracts,
  ...casesContracts,
  ...caseVerbsContracts,
  ...desksContracts,
  ...filesContracts,
  ...documentsContracts,
  ...messagesContracts,
  ...calendarContracts,
  ...provisioningContracts,
  ...registryContracts,
  ...obligationsContracts,
  ...reclamationContracts,
  ...trialsContracts,
} as const satisfies Record<OperationId, OperationContract>;

export type Contracts = typeof contracts;
