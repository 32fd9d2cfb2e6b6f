import type { ResourceKind } from '../resource-kind.ts';
import { bucketKind, bucketPolicyKind } from './bucket.ts';
import { mappingKind } from './event-source-mapping.ts';
import { apiKind, authorizerKind, integrationKind, routeKind, stageKind } from './http-api.ts';
import { managedPolicyKind, policyKind, roleKind } from './identity.ts';
import { functionKind, permissionKind } from './lambda-function.ts';
import { logGroupKind, topicKind } from './named-only.ts';
import { queueKind } from './queue.ts';
import { ruleKind } from './schedule-rule.ts';
import { machineKind } from './state-machine.ts';
import { tableKind } from './table.ts';

/** Every resource type that the runtime reads. */
export const allKinds: readonly ResourceKind[] = [
  tableKind,
  bucketKind,
  bucketPolicyKind,
  functionKind,
  permissionKind,
  roleKind,
  policyKind,
  managedPolicyKind,
  apiKind,
  integrationKind,
  routeKind,
  authorizerKind,
  stageKind,
  machineKind,
  queueKind,
  mappingKind,
  ruleKind,
  logGroupKind,
  topicKind,
];
