import type { TenantId } from '#shared/kernel/tenant.ts';

/** 责任书 to be signed, 三方确认 to be given. */
export type LinkedProcess = 'letter' | 'confirmation';

/** 办理链接: one task and its outcomes, for one person under one membership, for three days. */
export interface Link {
  /** SHA-256 of the token, hex; the token itself is kept nowhere. */
  readonly id: string;
  readonly tenant: TenantId;
  readonly caseId: string;
  readonly taskId: string;
  /** What it is about where it is no task of a case; `caseId` is then the order's. */
  readonly about?: LinkedProcess;
  /** The system's name, for messages about the link. */
  readonly title: string;
  readonly holder: { readonly personId: string; readonly membershipId: string; readonly tenant: TenantId };
  /** `used`: a decision consumed it. `dead`: too many wrong codes or requests. */
  readonly state: 'live' | 'used' | 'dead';
  readonly expiresAt: string;
  readonly codesSent: number;
  /** Wrong codes so far, over all codes of the link. */
  readonly wrongCodes: number;
  readonly code?: OneTimeCode;
  /** Secret of this link's views. */
  readonly viewKey: string;
}

/** 验证码, as a salted digest. */
export interface OneTimeCode {
  readonly digest: string;
  readonly salt: string;
  readonly expiresAt: string;
}

export const linkHours = 72;
export const codesPerLink = 3;
export const codesPerPersonAndHour = 5;
export const codeMinutes = 5;
export const wrongCodesAllowed = 5;
export const viewMinutes = 15;

const hourMs = 3_600_000;

export const isLive = (link: Link, now: Date): boolean =>
  link.state === 'live' && link.expiresAt > now.toISOString();

/** Instants at which a person was sent a code within the hour before now. */
export const recentlySent = (sent: readonly string[], now: Date): readonly string[] =>
  sent.filter((at) => Date.parse(at) > now.getTime() - hourMs);

/** Whether one more code may be sent; a link that asks for more than it may dies. */
export const mayHaveCode = (link: Link, sent: readonly string[], now: Date): boolean =>
  link.codesSent < codesPerLink && recentlySent(sent, now).length < codesPerPersonAndHour;

/** The code as a person may type it: full-width digits and blanks count for nothing. Undefined when it is none. */
export const readCode = (typed: string): string | undefined => {
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
};
