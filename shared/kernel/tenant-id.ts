import * as z from 'zod/mini';
import { isTenantId, type TenantId } from './tenant.ts';

/** A tenant as items, messages and requests name it. */
export const tenantId = z.custom<TenantId>((value) => typeof value === 'string' && isTenantId(value));
