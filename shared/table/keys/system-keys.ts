import type { TenantId } from '#shared/kernel/tenant.ts';
import { type Key, sha256 } from './key.ts';

export const systemKeys = {
  /** Lies with the caller, so that it fits in the caller's own transaction. */
  idempotency: (tenant: TenantId, membershipId: string, operation: string, key: string): Key => ({
    pk: `T#${tenant}#I#${sha256([tenant, membershipId, operation, key].join('\n'))}`,
    sk: 'IDEMPOTENCY',
  }),
  sweepWatermark: (): Key => ({ pk: 'S#SWEEP', sk: 'DELIVERIES' }),
  obligationWatermark: (): Key => ({ pk: 'S#SWEEP', sk: 'OBLIGATIONS' }),
  dueWatermark: (): Key => ({ pk: 'S#SWEEP', sk: 'DUE' }),
} as const;
