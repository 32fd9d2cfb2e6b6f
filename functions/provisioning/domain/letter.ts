import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Doer } from './order-state.ts';

/** 责任书文本 of a city, by version; never changed once it is put in. */
export interface LetterText {
  readonly version: number;
  readonly title: string;
  readonly text: string;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/** A sealed scan 盖章扫描件. */
export interface SealedScan {
  readonly fileName: string;
  readonly type: 'pdf' | 'png' | 'jpg';
  readonly sha256: string;
}

/** 签订: which text, by whom and when, in the system or by a sealed scan. */
export interface LetterSignature {
  readonly version: number;
  readonly digest: string;
  readonly at: string;
  readonly by: Doer;
  readonly scan?: SealedScan;
  /** From the phone, by the link that was sent to the signer. */
  readonly byLink?: true;
}

/** What a department has signed, the newest last. */
export interface DepartmentLetter {
  readonly tenant: TenantId;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly signatures: readonly LetterSignature[];
}

export interface LetterSigned {
  readonly type: 'LetterSigned';
  readonly organisation: DepartmentLetter['organisation'];
  readonly tenant: TenantId;
  readonly signature: LetterSignature;
}

/** Signs the text in force, which must be the one that the signer read. */
export const signLetter = (
  letter: DepartmentLetter | undefined,
  inForce: LetterText,
  signed: Pick<LetterSignature, 'version' | 'digest'>,
): Result<'sign', Refusal> => {
  if (signed.version !== inForce.version || signed.digest !== inForce.digest)
    return refuse({ code: 'letter-moved', detail: '责任书文本刚刚更新，请重新阅读后再签订。' });
  return letter?.signatures.some(({ version }) => version === inForce.version)
    ? refuse({ code: 'letter-signed', detail: '本单位已经签订过这一版责任书，不需要再次签订。' })
    : accept('sign');
};

export const evolveLetter = (
  letter: DepartmentLetter | undefined,
  { tenant, organisation, signature }: LetterSigned,
): DepartmentLetter => ({
  tenant,
  organisation,
  signatures: [...(letter?.signatures ?? []), signature],
});
