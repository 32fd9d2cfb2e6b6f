import * as z from 'zod/mini';
import { tenantId } from './common.ts';

/** The caller's city: its own node first, then its counties in the order in which people list them. */
export const tenantList = z.object({
  items: z.array(
    z.object({
      id: tenantId,
      level: z.enum(['city', 'county']),
      /** Short name that people use, e.g. 大丰区. */
      name: z.string(),
      /** 主管部门: whom an application of this node is addressed to. */
      authority: z.string(),
    }),
  ),
});
export type TenantList = z.infer<typeof tenantList>;
