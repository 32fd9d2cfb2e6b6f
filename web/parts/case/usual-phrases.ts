import type { TaskView, Verb } from '#shared/contracts/case-tasks.ts';

/** What a decision is called on its button, and what people usually write with it. */
const verbWords: Readonly<Record<Verb, { readonly label: string; readonly phrases: readonly string[] }>> = {
  approve: {
    label: '通过',
    phrases: ['同意。', '材料齐全，同意申请。', '经评估，资源需求合理，同意。'],
  },
  return: {
    label: '退回补正',
    phrases: ['请补充资源测算依据。', '请核对信息系统名称，各项材料须一致。', '请说明云主机用途。'],
  },
  reject: {
    label: '驳回',
    phrases: ['不属于政务云服务对象。', '与已建系统功能重复，不予同意。'],
  },
};

/** A countersigner agrees or does not; the asker decides. */
const signerWords: Readonly<Partial<Record<Verb, typeof verbWords.approve>>> = {
  approve: { label: '同意', phrases: ['同意。', '已核，无不同意见。'] },
  return: { label: '不同意', phrases: ['请再核实后办理。', '资源需求偏大，建议核减。'] },
};

/** The one step whose approval vouches for the form itself, submits it and so names its digest. */
const confirmingStep = 'unitConfirmation';

/** Whether this decision is the unit's confirmation. */
export const confirms = (task: Pick<TaskView, 'step'>, verb: Verb): boolean =>
  task.step === confirmingStep && verb === 'approve';

/** The words of a decision at this task, the same that the opinions show afterwards. */
export const wordsOf = (task: Pick<TaskView, 'step' | 'question'>, verb: Verb) => {
  if (confirms(task, verb))
    return { label: '确认提交', phrases: ['材料真实、完整、合理，同意申请。', '同意。'] };
  return (task.question === undefined ? undefined : signerWords[verb]) ?? verbWords[verb];
};
