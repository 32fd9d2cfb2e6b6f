import { addMonths } from '#shared/kernel/local-date.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { ReclamationEvent } from './reclamation-events.ts';
import type { ArchivedData, Certificate, Doer, Reclamation } from './reclamation-state.ts';
import type { ClosingRules } from './reclamation-waits.ts';

type Decided = Result<readonly ReclamationEvent[], Refusal>;

const notNow = (detail: string) => refuse<Refusal>({ code: 'reclamation-not-now', detail });

/** Over when everything that the rules ask for is there. */
const endIfDone = (
  state: Reclamation,
  rules: ClosingRules,
  more: Partial<Reclamation>,
): ReclamationEvent[] => {
  const after = { ...state, ...more };
  const done =
    after.executed !== undefined &&
    (rules.jointErasure === undefined || after.erasureConfirmed !== undefined) &&
    (rules.certificate === undefined || after.certificate !== undefined);
  return done && state.endedAt === undefined ? [{ type: 'ReclamationEnded' }] : [];
};

/** Only data that have not been used for long go to the archive; exactly so long counts (yc-cloud-19-13). */
const archiveProblems = (
  archived: readonly ArchivedData[],
  today: string,
  unusedMonths: number,
): FieldRefusal[] =>
  archived.flatMap(({ lastUsedOn, handedOn }, index) => [
    ...(addMonths(lastUsedOn, unusedMonths) > handedOn
      ? [
          {
            pointer: `/archived/${index}/lastUsedOn`,
            code: 'used-lately',
            message: `移交档案机构的是 ${unusedMonths} 个月以上很少使用的数据，请核对最后使用日期`,
            clause: 'yc-cloud-19-13',
          },
        ]
      : []),
    ...(handedOn > today
      ? [{ pointer: `/archived/${index}/handedOn`, code: 'in-future', message: '移交日期不能晚于今天' }]
      : []),
  ]);

/** 确认数据责任 by the department, with what was handed to the archive. */
export const acknowledge = (
  state: Reclamation,
  by: Doer,
  archived: readonly ArchivedData[],
  rules: Pick<ReclamationRules, 'archiveUnused'>,
  today: string,
): Decided => {
  if (archived.length > 0 && !rules.archiveUnused) return notNow('本市规则没有规定冷数据移交档案机构。');
  if (state.executed || state.endedAt !== undefined)
    return notNow('资源已经回收或已经恢复，不需要再确认数据责任。');
  if (state.acknowledged && archived.length === 0) return notNow('本单位已经确认过数据责任。');
  const errors = archiveProblems(archived, today, rules.archiveUnused?.value.months ?? 0);
  if (errors.length > 0)
    return refuse({ code: 'reclamation-invalid', detail: '移交记录需要修改，请按提示处理。', errors });
  return accept([{ type: 'ResponsibilityAcknowledged', by, archived }]);
};

/** 共同清除: the department's half, once the provider has reported (kf-cloud-19-2). */
export const confirmErasure = (state: Reclamation, by: Doer, note: string, rules: ClosingRules): Decided => {
  if (!rules.jointErasure) return notNow('本市规则不要求双方确认数据清除。');
  if (!state.executed || state.erasureConfirmed || state.endedAt !== undefined)
    return notNow(
      state.erasureConfirmed ? '本单位已经确认数据清除。' : '云服务商还没有回报回收和数据清除，请等待回报。',
    );
  const erasureConfirmed = { at: '', by, note };
  return accept([{ type: 'ErasureConfirmed', by, note }, ...endIfDone(state, rules, { erasureConfirmed })]);
};

/** 恢复: within the time to restore, and before anything is destroyed. */
export const restore = (state: Reclamation, by: Doer, reason: string, today: string): Decided => {
  if (state.executed || state.endedAt !== undefined) return notNow('资源已经回收或已经恢复，不能再恢复。');
  if (state.cause === 'shutdown')
    return notNow('使用部门申请的关停不能在此恢复；需要继续使用的，请重新申请资源。');
  if (state.restoreEndedAt !== undefined || today >= state.notice.actOn)
    return notNow(`恢复期到 ${state.notice.actOn} 前为止，现已届满，请联系云服务商确认后重新申请。`);
  return accept([{ type: 'ResourcesRestored', by, reason }]);
};

export const revokeCertificate = ({ certificate }: Reclamation, by: Doer, reason: string): Decided => {
  if (!certificate || certificate.revoked)
    return notNow(certificate ? '这份证明已经撤销。' : '还没有出具证明。');
  return accept([{ type: 'CertificateRevoked', by, reason }]);
};

/** The provider's report carried in; a second one, or one after a restore, changes nothing. */
export const carryReclaim = (
  state: Reclamation,
  by: Doer,
  report: { readonly evidence: string; readonly erasure?: string },
  rules: ClosingRules,
  at: string,
): readonly ReclamationEvent[] =>
  state.executed || state.endedAt !== undefined
    ? []
    : [
        { type: 'ResourcesReclaimed', by, ...report },
        ...endIfDone(state, rules, { executed: { at, by, ...report } }),
      ];

/** 出具证明, once there is something to certify; carried again it is the one that was issued. */
export const carryCertificate = (
  state: Reclamation,
  certificate: Certificate,
  rules: ClosingRules,
): readonly ReclamationEvent[] =>
  !state.executed || state.certificate || state.restored
    ? []
    : [{ type: 'CertificateIssued', certificate }, ...endIfDone(state, rules, { certificate })];
