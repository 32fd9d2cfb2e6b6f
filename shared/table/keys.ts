import { administrationKeys } from './keys/administration-keys.ts';
import { calendarKeys } from './keys/calendar-keys.ts';
import { caseKeys } from './keys/case-keys.ts';
import { catalogueKeys } from './keys/catalogue-keys.ts';
import { deskKeys } from './keys/desk-keys.ts';
import { linkKeys } from './keys/link-keys.ts';
import { messageKeys } from './keys/message-keys.ts';
import { sessionKeys } from './keys/session-keys.ts';
import { systemKeys } from './keys/system-keys.ts';
import { templateKeys } from './keys/template-keys.ts';
import { tenantKeys } from './keys/tenant-keys.ts';

export { parseTaskKey } from './keys/case-keys.ts';
export { indexKeys } from './keys/index-keys.ts';
export type { Key } from './keys/key.ts';
export { deliveryShards, shardOf, standingShardOf, standingShards } from './keys/shards.ts';
export { organisationPrefix } from './keys/tenant-keys.ts';

/**
 * The single table's keys, a file per subject. The tenant stands first in every tenant's partition key, so that the data
 * roles' `dynamodb:LeadingKeys` fence holds whatever the code above does.
 * In a case's partition, `A#` is the live aggregate that a command reads whole; the rest is read when asked for.
 */
export const keys = {
  ...administrationKeys,
  ...calendarKeys,
  ...caseKeys,
  ...catalogueKeys,
  ...deskKeys,
  ...linkKeys,
  ...messageKeys,
  ...sessionKeys,
  ...systemKeys,
  ...templateKeys,
  ...tenantKeys,
} as const;
