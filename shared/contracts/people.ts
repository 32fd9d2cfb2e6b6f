import * as z from 'zod/mini';
import { cursor, isoInstant, pageSize, paragraphs, text } from './common.ts';

const roleId = z.string().check(z.regex(/^[a-z][a-z.]{1,40}$/));
const roleIds = z.array(roleId).check(z.maxLength(10));
const membershipId = z.string().check(z.regex(/^[\w.-]{1,64}$/));
export const grantId = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/));
export const phone = z
  .string()
  .check(z.regex(/^1\d{10}$/, { error: '请填写 11 位手机号码；审批链接的验证码将发到这个号码' }));
/** Subject of the person's tokens at the sign-in service. */
export const personId = z.string().check(
  z.regex(/^[\x21-\x7e]{1,128}$/, {
    error: '登录账号标识由登录服务给出，为 1～128 位字母、数字和符号，不含空格',
  }),
);
const reason = paragraphs(500);

const role = z.object({ id: z.string(), label: z.string() });
export type RoleView = z.infer<typeof role>;
const organisation = z.object({ id: z.string(), name: z.string() });
const membershipState = z.enum(['active', 'suspended']);

export const personView = z.object({
  membershipId: z.string(),
  personId: z.string(),
  name: z.string(),
  organisation,
  roles: z.array(role),
  state: membershipState,
  /** From when it stands as it does. */
  since: isoInstant,
  /** Masked. */
  phone: z.optional(z.string()),
  /** The caller's own: nobody changes their own. */
  own: z.boolean(),
});
export type PersonView = z.infer<typeof personView>;

export const peopleQuery = z.strictObject({
  search: z.optional(text(50)),
  cursor: z.optional(cursor),
  limit: z.optional(pageSize),
});
export const peopleList = z.object({
  items: z.array(personView),
  /** Organisations of the tenant with the roles that may be held there. */
  organisations: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(role) })),
  nextCursor: z.optional(z.string()),
});
export type PeopleList = z.infer<typeof peopleList>;

export const enrolBody = z.strictObject({
  personId,
  name: text(40),
  organisation: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  roles: roleIds,
  phone: z.exactOptional(phone),
  reason,
});
export type EnrolBody = z.infer<typeof enrolBody>;

export const grantBody = z.strictObject({
  membershipId,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('roles'), roles: roleIds }),
    z.strictObject({ kind: z.literal('suspend') }),
    z.strictObject({ kind: z.literal('reactivate') }),
    z.strictObject({ kind: z.literal('contact'), phone }),
  ]),
  reason,
});
export type GrantBody = z.infer<typeof grantBody>;

const grantState = z.enum(['open', 'confirmed', 'refused', 'withdrawn']);

export const grantView = z.object({
  grantId: z.string(),
  version: z.int(),
  state: grantState,
  kind: z.enum(['enrol', 'roles', 'suspend', 'reactivate', 'contact']),
  person: z.object({ membershipId: z.string(), personId: z.string(), name: z.string(), organisation }),
  /** As it stood when the change was proposed. */
  before: z.optional(z.object({ roles: z.array(role), state: membershipState })),
  /** Roles asked for. */
  roles: z.optional(z.array(role)),
  /** In full only for the security administrator, while the grant is open. */
  phone: z.optional(z.string()),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: isoInstant,
  closedBy: z.optional(z.string()),
  closedAt: z.optional(isoInstant),
  closingReason: z.optional(z.string()),
  /** What the caller may do now. */
  verbs: z.array(z.enum(['decide', 'withdraw'])),
});
export type GrantView = z.infer<typeof grantView>;

export const grantsQuery = z.strictObject({
  state: z.optional(z.enum(['open', 'closed'])),
  cursor: z.optional(cursor),
  limit: z.optional(pageSize),
});
export const grantsList = z.object({ items: z.array(grantView), nextCursor: z.optional(z.string()) });

export const grantParams = z.strictObject({ grantId });
export const grantAnswer = z.object({ grantId: z.string(), version: z.int(), state: grantState });
export type GrantAnswer = z.infer<typeof grantAnswer>;

export const verdictBody = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('confirm') }),
  z.strictObject({ verdict: z.literal('refuse'), reason: z.exactOptional(reason) }),
]);
