import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState } from './case-state.ts';

/** 办结: the machine's last word. Asked again it changes nothing. */
export const completeCase = (
  state: CaseState,
  { opensAccount }: Pick<CloudApplicationRules, 'opensAccount'>,
): Result<readonly CaseEvent[], 'unexpected-step'> => {
  if (state.flow.at === 'completed') return accept([]);
  return state.flow.at === 'moving' && state.flow.to === 'complete'
    ? accept([{ type: 'CaseCompleted' }, ...(opensAccount ? [{ type: 'AccountOpened' } as const] : [])])
    : refuse('unexpected-step');
};
