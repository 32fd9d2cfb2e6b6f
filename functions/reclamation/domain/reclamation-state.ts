import { openWaitOf, type Wait } from '#shared/kernel/machine-waits.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

/** Who did something, by membership; their names are looked up when shown. */
export interface Doer {
  readonly tenant: TenantId;
  readonly membership: string;
}

/** 主管部门: which level decides. */
export type Authority = 'county' | 'city';

/** Why resources are taken back: 关停, 逾期未整改, 逾期未上线, 安全, 临时扩充到期. */
export type ReclamationCause = 'shutdown' | 'rectification' | 'overdueGoLive' | 'security' | 'windowEnded';

/** A resource as it was when it was decided to take it back. */
export interface ReclaimedResource {
  readonly resourceId: string;
  readonly name: string;
  readonly specification: string;
  readonly quantity: number;
  readonly unit: string;
  readonly instanceId: string;
  readonly addresses: readonly string[];
}

/** 冷数据移交: what was handed to the archive before its storage was released (yc-cloud-19-13). */
export interface ArchivedData {
  readonly name: string;
  readonly lastUsedOn: string;
  readonly receiver: string;
  readonly receiverKind: 'archive' | 'office';
  readonly handedOn: string;
  readonly receipt: string;
}

/** Notice and action date, one record: what people are told is what the work order says. */
export interface ReclamationNotice {
  /** Day from which both are reckoned. */
  readonly from: string;
  readonly calendarVersion: string;
  /** First day on which resources may be destroyed; before it they may be restored. */
  readonly actOn: string;
  /** A year is touched whose holidays are not published. */
  readonly actOnProvisional?: true;
  readonly due?: {
    readonly dueOn: string;
    readonly provisional: boolean;
    readonly calendarVersion: string;
    readonly clause: string;
  };
  /** Of the time to restore. */
  readonly graceClause?: string;
}

/** Where the machine waits: 通知和恢复期, 执行, 确认清除, 出具证明. */
export const reclamationSteps = ['notice', 'execution', 'erasure', 'certificate'] as const;
export type ReclamationStep = (typeof reclamationSteps)[number];
/** `ErasureAsked`: the department confirms first; `Concluded`: nothing is missing any more. */
export const reclamationOutcomes = ['Approved', 'ErasureAsked', 'Concluded', 'Restored'] as const;
export type ReclamationOutcome = (typeof reclamationOutcomes)[number];

/** 关停证明. */
export interface Certificate {
  readonly number: string;
  /** 校验码: a hundred bits, printed on the paper. */
  readonly code: string;
  readonly issuedAt: string;
  readonly by: Doer;
  /** SHA-256 of the issued file. */
  readonly digest: string;
  readonly revoked?: { readonly at: string; readonly by: Doer; readonly reason: string };
}

export interface Reclamation {
  readonly tenant: TenantId;
  /** Of the shutdown's case or of the rectification where one leads to it. */
  readonly reclamationId: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly ruleVersion: string;
  /** Who was asked to carry it out. */
  readonly provider?: { readonly id: string; readonly name: string };
  readonly cause: ReclamationCause;
  /** 关停申请 that it follows. */
  readonly caseId?: string;
  readonly authority: Authority;
  /** A person's decision, always: nothing is taken back by a clock. */
  readonly decision: { readonly at: string; readonly by: Doer; readonly reason: string };
  readonly resources: readonly ReclaimedResource[];
  readonly notice: ReclamationNotice;
  /** When a published notice last moved its days. */
  readonly movedAt?: string;
  /** 数据责任: the department knows that what is destroyed is gone. */
  readonly acknowledged?: { readonly at: string; readonly by: Doer; readonly byForm: boolean };
  readonly archived: readonly ArchivedData[];
  /** 恢复期届满. */
  readonly restoreEndedAt?: string;
  /** The provider's report. */
  readonly executed?: {
    readonly at: string;
    readonly by: Doer;
    readonly evidence: string;
    readonly erasure?: string;
  };
  readonly erasureConfirmed?: { readonly at: string; readonly by: Doer; readonly note: string };
  readonly certificate?: Certificate;
  readonly restored?: { readonly at: string; readonly by: Doer; readonly reason: string };
  readonly endedAt?: string;
  readonly waits: readonly Wait<ReclamationStep, ReclamationOutcome>[];
}

export type ReclamationStatus = 'noticed' | 'moving' | 'confirming' | 'certifying' | 'ended' | 'restored';

/** 待执行 / 流转中 / 待确认清除 / 待出具证明 / 已办结 / 已恢复. */
export const reclamationStatus = (
  { restored, endedAt, executed, erasureConfirmed, waits }: Reclamation,
  { jointErasure }: { readonly jointErasure?: unknown },
): ReclamationStatus => {
  if (restored) return 'restored';
  if (endedAt !== undefined) return 'ended';
  if (!executed) return 'noticed';
  if (!jointErasure || erasureConfirmed) return 'certifying';
  return openWaitOf(waits)?.step === 'erasure' ? 'confirming' : 'moving';
};
