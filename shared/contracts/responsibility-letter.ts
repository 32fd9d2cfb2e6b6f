import * as z from 'zod/mini';
import { isoInstant, smallFile } from './common.ts';
import { who } from './provisioning.ts';

export const letterView = z.object({
  title: z.string(),
  clause: z.string(),
  /** The text in force; absent until the city's administrator has put it in. */
  inForce: z.exactOptional(
    z.object({ version: z.int(), title: z.string(), text: z.string(), digest: z.string() }),
  ),
  /** Version for `If-Match`; 0 before the department first signs. */
  version: z.int(),
  signatures: z.array(
    z.object({
      version: z.int(),
      digest: z.string(),
      at: isoInstant,
      by: z.exactOptional(who),
      scan: z.exactOptional(z.object({ fileName: z.string(), sha256: z.string() })),
      /** Signed from the phone, by the link that was sent to the signer. */
      byLink: z.exactOptional(z.literal(true)),
    }),
  ),
  maySign: z.boolean(),
});
export type LetterView = z.infer<typeof letterView>;

export const signBody = z.strictObject({
  version: z.int().check(z.gte(1)),
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** A sealed scan. */
  scan: z.exactOptional(smallFile),
});
export const letterSigned = z.object({ version: z.int(), signed: z.int() });
