import * as z from 'zod/mini';
import { cursor, isoInstant, pageSize } from './common.ts';

export const administrationEntry = z.object({
  seq: z.int(),
  at: isoInstant,
  text: z.string(),
  /** Who did it, by their present name. */
  actor: z.string(),
  hash: z.string(),
});
export type AdministrationEntry = z.infer<typeof administrationEntry>;

export const administrationQuery = z.strictObject({
  cursor: z.optional(cursor),
  limit: z.optional(pageSize),
});
export const administrationJournal = z.object({
  items: z.array(administrationEntry),
  nextCursor: z.optional(z.string()),
});

/** host or host:port, as a URL shows it. */
const host = z.string().check(
  z.maxLength(253),
  z.regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{1,5})?$/, {
    error: '请填写完整的主机域名，如 sms.example.gov.cn 或 sms.example.gov.cn:8443',
  }),
);
const allowedHost = z.strictObject({
  host,
  /** May stand in a private network, such as the government extranet. */
  private: z.exactOptional(z.boolean()),
});
export type AllowedHostView = z.infer<typeof allowedHost>;

export const hostsBody = z.strictObject({ hosts: z.array(allowedHost).check(z.maxLength(50)) });
export const hostsView = z.object({
  version: z.int(),
  hosts: z.array(z.object({ host: z.string(), private: z.exactOptional(z.boolean()) })),
  changedAt: z.optional(isoInstant),
  changedBy: z.optional(z.string()),
  mayChange: z.boolean(),
});
export type HostsView = z.infer<typeof hostsView>;
