import * as z from 'zod/mini';
import { isoInstant, tenantId } from './common.ts';
import { grantId } from './people.ts';
import { nodeParams } from './tenants.ts';

export const exportBody = z.strictObject({
  node: nodeParams.shape.node,
  /** With personal data, salts and original files; the node's own administrator alone may ask for them. */
  personal: z.boolean(),
});
export type ExportBody = z.infer<typeof exportBody>;

export const exportParams = z.strictObject({ node: nodeParams.shape.node, exportId: grantId });
export const exportQuery = z.strictObject({ node: nodeParams.shape.node });

export const exportView = z.object({
  exportId: z.string(),
  tenant: tenantId,
  personal: z.boolean(),
  state: z.enum(['building', 'done', 'expired']),
  /** Cases packed so far, and how many there were at the beginning. */
  cases: z.int(),
  total: z.exactOptional(z.int()),
  volumes: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string() })),
  requestedBy: z.string(),
  requestedAt: isoInstant,
  finishedAt: z.exactOptional(isoInstant),
});
export type ExportView = z.infer<typeof exportView>;
export const exportList = z.object({
  items: z.array(exportView),
  mayStart: z.boolean(),
  mayAskPersonal: z.boolean(),
});
export type ExportList = z.infer<typeof exportList>;

export const exportLinks = z.object({
  volumes: z.array(z.object({ name: z.string(), url: z.string() })),
  expiresAt: isoInstant,
});
export type ExportLinks = z.infer<typeof exportLinks>;
