import type { TaskView, Verb } from '#shared/contracts/case-tasks.ts';

/** What a page asks for in one stage, in words; every stage that a link can decide has its own or takes the common ones. */
interface DecisionWords {
  readonly ask: string;
  readonly verbs: Readonly<Record<Verb, string>>;
  /** Usual words, for each direction its own: what is chosen for one is never said with the other. */
  readonly agreeing: readonly string[];
  readonly objecting: readonly string[];
}

const common: DecisionWords = {
  ask: '请您审批',
  verbs: { approve: '通过', return: '退回补正', reject: '驳回' },
  agreeing: ['同意。', '同意，请按程序办理。'],
  objecting: ['请补充完善材料后再报。', '请核减资源数量后再报。'],
};

const ofStage: Readonly<Record<string, DecisionWords>> = {
  cdoConfirmation: {
    ask: '请您确认申请材料',
    verbs: { approve: '确认提交', return: '退回经办人修改', reject: '驳回' },
    agreeing: ['情况属实，同意提交。'],
    objecting: ['请补充完善材料后再送。', '请核实资源数量后再送。'],
  },
  leaderApproval: { ...common, ask: '请您签批' },
};

export const decisionWords = ({ stage }: Pick<TaskView, 'stage'>): DecisionWords => ofStage[stage] ?? common;
