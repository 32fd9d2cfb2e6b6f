import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Key } from './key.ts';

export const messageKeys = {
  /** What a person has been told under one membership. */
  message: (tenant: TenantId, membershipId: string, id: string): Key => ({
    pk: `T#${tenant}#M#${membershipId}`,
    sk: `MSG#${id}`,
  }),
  /** A city's channels with their secrets. */
  messaging: (city: string): Key => ({ pk: `S#MESSAGING#${city}`, sk: 'SETTINGS' }),
  /** Where a provider's own program is told of work orders. */
  providerWebhook: (organisation: string): Key => ({ pk: `S#WEBHOOK#${organisation}`, sk: 'SETTINGS' }),
  /** Message texts that a city has put in place of the defaults; the city's own, as its administrator writes them. */
  messageTexts: (city: string): Key => ({ pk: `T#${city}/_city#MESSAGES`, sk: 'TEXTS' }),
  /** A city's own hours for messages that are not urgent. */
  messageHours: (city: string): Key => ({ pk: `T#${city}/_city#MESSAGES`, sk: 'HOURS' }),
} as const;
