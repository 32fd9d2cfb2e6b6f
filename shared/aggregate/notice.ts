import type { TenantId } from '#shared/kernel/tenant.ts';

/** A post that is told, or the one membership of it. */
export interface NoticeHolder {
  readonly tenant: TenantId;
  readonly role: string;
  readonly organisation?: string;
  readonly membership?: string;
}

/** Posts of the department that a process concerns. */
export const ofDepartment = (
  { tenant, organisation }: { readonly tenant: TenantId; readonly organisation: { readonly id: string } },
  roles: readonly string[],
): readonly NoticeHolder[] => roles.map((role) => ({ tenant, role, organisation: organisation.id }));

/** What must still be so for anybody to be told; `of` says who is asked. */
export type NoticeCondition = { readonly of: string } & Readonly<Record<string, unknown>>;

/** 消息 that follows from a command: who is told what. Names of persons are looked up when they are told. */
export interface ProcessNotice {
  /** One of the texts of `functions/notify`. */
  readonly event: string;
  readonly holders: readonly NoticeHolder[];
  /** What the text says, by its tags. */
  readonly facts: Readonly<Record<string, string>>;
  /** Page of the console on which it is worked on. */
  readonly page: string;
  /** Business time, ISO: nobody is told before. */
  readonly notBefore?: string;
  readonly while?: NoticeCondition;
  /** A provider's program that is told as well, at once and with this content. */
  readonly webhook?: {
    readonly city: string;
    readonly organisation: string;
    readonly content: Readonly<Record<string, unknown>>;
  };
  /** What it may be answered with from the phone, by a link of each person's own. */
  readonly link?: 'letter' | 'confirmation';
}

/**
 * Has people told of what became of a case, beside the case itself; `what` tells it apart from anything else that becomes of
 * it. However often it is asked, each is told once.
 */
export type TellOfCase = (
  ref: { readonly tenant: TenantId; readonly caseId: string },
  what: string,
  notice: ProcessNotice,
) => Promise<void>;
