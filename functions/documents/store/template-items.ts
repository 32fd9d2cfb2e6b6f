import * as z from 'zod/mini';
import { documentKind } from '#shared/contracts/documents.ts';

/** Points to the version that a city uses. */
export const inForceItem = z.object({
  sk: z.string(),
  kind: documentKind,
  version: z.int(),
  isDefault: z.boolean(),
});

/** One change; its bytes lie beside it unless it went back to the default. */
export const versionItem = z.object({
  kind: documentKind,
  version: z.int(),
  isDefault: z.boolean(),
  fileName: z.string(),
  size: z.int(),
  digest: z.string(),
  at: z.string(),
  by: z.object({ name: z.string(), organisation: z.string() }),
});

export const contentItem = z.object({ content: z.instanceof(Uint8Array) });
