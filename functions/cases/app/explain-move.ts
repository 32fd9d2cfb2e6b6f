import type { Refusal } from '#shared/kernel/refusal.ts';
import type { CaseState, TaskOutcome } from '../domain/case-state.ts';
import { statusLabelOf } from './status-of.ts';

export const outcomeLabels: Readonly<Record<TaskOutcome, string>> = {
  approve: '通过',
  return: '退回补正',
  reject: '驳回',
  resubmit: '重新送审',
  withdraw: '撤回',
  countersign: '加签',
  settled: '随同办结',
};

/** Why a version no longer holds: who decided what, and where the case stands now. */
export const explainMove = (state: CaseState | undefined): Refusal => {
  const last = (state?.tasks ?? [])
    .flatMap((task) => task.decision ?? [])
    .filter(({ outcome }) => outcome !== 'settled')
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);
  const moved = (state?.tasks ?? []).flatMap(({ targetMove }) => targetMove ?? []);
  if (state && moved.some(({ at }) => at > (last?.at ?? '')))
    return {
      code: 'case-moved',
      detail: `放假安排有变，办理参考时间刚刚重算（版本 ${state.version}），其余未变。请刷新后再办。`,
    };
  const who = last ? `${last.by.organisation} ${last.by.name} 已${outcomeLabels[last.outcome]}。` : '';
  const where = state ? `办件现为“${statusLabelOf(state)}”（版本 ${state.version}）。` : '';
  return { code: 'case-moved', detail: `${who}${where}请刷新后再办。` };
};
