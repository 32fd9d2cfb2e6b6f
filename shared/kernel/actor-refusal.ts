import type { Refusal } from './refusal.ts';

/** What must be true of whoever commands: a standing membership, in a tenant that is not suspended. */
export type ActorFact = 'membership' | 'tenant';

const refusals: Readonly<Record<ActorFact, Refusal>> = {
  tenant: {
    code: 'tenant-suspended',
    detail: '本县（市、区）已由市级暂停使用，现在只能查看，不能办理。如需恢复，请联系市级系统管理员。',
  },
  membership: { code: 'membership-changed', detail: '您的岗位或权限刚刚变更，请重新登录后再办。' },
};

/** Why a transaction was not written, where it is for who asked. */
export const actorRefusal = (failed: readonly string[]): Refusal | undefined =>
  failed.includes('tenant')
    ? refusals.tenant
    : failed.includes('membership')
      ? refusals.membership
      : undefined;
