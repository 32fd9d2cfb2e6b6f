import type { CaseView } from '#shared/contracts/cases.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { CaseState } from '../domain/case-state.ts';
import { wayBack } from '../domain/resume-review.ts';

/** Where the application goes after its correction, for whoever waits for it. */
export const viewWayBack = (
  state: CaseState,
  context: Pick<DecisionContext, 'route' | 'rules'>,
): Pick<CaseView, 'afterCorrection'> => {
  const way = wayBack(state, context.route, context);
  if (!way) return {};
  const { step, to, otherwise } = way;
  const clause = context.rules.resubmission?.clause;
  return {
    afterCorrection: {
      text: otherwise
        ? `补正并经单位确认后，直接送回“${to.title}”（${step.title}）；评估过的资源清单、另行采购和变更类别有改动的，从“${otherwise.title}”重新评估。`
        : `补正并经单位确认后，送“${to.title}”（${step.title}）办理。`,
      ...(clause === undefined ? {} : { clause }),
    },
  };
};
