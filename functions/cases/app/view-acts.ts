import type { CaseView } from '#shared/contracts/cases.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { CaseRef, CaseStore } from './ports.ts';
import { actorView } from './view-labels.ts';

/** 办后事项 of a kind, with what has been recorded; read only where something has. */
export const viewActs = async (
  cases: Pick<CaseStore, 'loadActs'>,
  ref: CaseRef,
  { acts = [] }: CaseState,
  { rules }: DecisionContext,
): Promise<CaseView['acts']> => {
  const contents = acts.length > 0 ? await cases.loadActs(ref) : undefined;
  return (rules.acts ?? []).map(({ id, title, clause, section }) => {
    const done = acts.find((act) => act.id === id);
    const recorded = done && { by: actorView(done.by), at: done.at, content: { ...contents?.get(id) } };
    return { id, title, clause, section, ...(recorded ? { recorded } : {}) };
  });
};
