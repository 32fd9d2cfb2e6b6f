import * as z from 'zod/mini';

/** Resources as a process that takes them back and its work order name them, a part of their list. */
export const resourceRows = z.object({
  rows: z.array(
    z.object({
      resourceId: z.string(),
      name: z.string(),
      specification: z.string(),
      quantity: z.int(),
      unit: z.string(),
      instanceId: z.string(),
      addresses: z.array(z.string()),
    }),
  ),
});
