import type { AssessedLine, TaskView } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { commonFields, type DocumentSource, isConfirmed, minuteOf, readSource } from './document-source.ts';
import type { approvalTags, DataFor } from './document-tags.ts';
import { resourceWords } from './resource-words.ts';
import { yuanOf } from './yuan-of.ts';

/** The regulation gives the sheet neither a name nor a form. */
const title = '政务云资源申请审批单';

type Decided = TaskView & { readonly decision: NonNullable<TaskView['decision']> };

const isDecided = (task: TaskView): task is Decided => task.decision !== undefined;

/** Every decision so far, the earliest first. */
const decisionsOf = ({ tasks }: CaseView): readonly Decided[] =>
  tasks.filter(isDecided).sort((a, b) => Date.parse(a.decision.at) - Date.parse(b.decision.at));

/** What a step of the shown round last held reasonable, by line number. */
const assessedIn = (view: CaseView, step: TaskView['step']): ReadonlyMap<number, AssessedLine> => {
  const [last = []] = decisionsOf(view)
    .filter((task) => task.step === step && task.round === view.round)
    .flatMap(({ decision }) => (decision.assessments ? [decision.assessments] : []))
    .reverse();
  return new Map(last.map((line) => [line.lineNo, line]));
};

const ended: ReadonlySet<CaseView['status']> = new Set(['completed', 'rejected', 'withdrawn']);
const words = (quantity: number | undefined): string => (quantity === undefined ? '—' : String(quantity));

const lineRows = (source: DocumentSource) => {
  const local = assessedIn(source.view, 'localReview');
  const city = assessedIn(source.view, 'cityRecheck');
  return resourceWords(source).map(({ lineNo, name, unit, unitPrice, quantity }) => ({
    序号: String(lineNo),
    产品规格名称: name,
    单位: unit,
    单价: unitPrice,
    申请数量: words(quantity),
    本级评估数量: words(local.get(lineNo)?.quantity),
    市级评估数量: words(city.get(lineNo)?.quantity),
    评估意见: [local, city].flatMap((level) => level.get(lineNo)?.opinion ?? []).join('\n'),
  }));
};

const opinionRows = (view: CaseView) =>
  decisionsOf(view).map(({ round, stageTitle, decision }) => ({
    轮次: String(round),
    环节: stageTitle,
    结论: decision.outcomeLabel,
    意见: decision.opinion ?? '',
    姓名: decision.by.name,
    单位: decision.by.organisation,
    岗位: decision.by.roleLabel,
    时间: minuteOf(decision.at),
  }));

/** 审批单: who said what and when, in every round, and what was asked and held reasonable, line by line. */
export const approvalData = (source: DocumentSource): DataFor<typeof approvalTags> => {
  const { view, authority } = source;
  const { said } = readSource(source);
  const { assessedCostFen, confirmation } = view;
  return {
    fields: {
      ...commonFields(source, title),
      受理机关: authority,
      项目类型: said('declarations', 'projectKind') || said('project', 'projectKind'),
      部署或迁移: said('report', 'action') || '—',
      办理状态: view.statusLabel,
      提交时间: confirmation ? minuteOf(confirmation.at) : '',
      申请月费用: yuanOf(view.monthlyCostFen),
      评估月费用: assessedCostFen === undefined ? '—' : yuanOf(assessedCostFen),
      目录版本: `${view.catalogueVersion}${view.catalogueUnfiled ? '（未备案）' : ''}`,
      依据文件: view.ruleTitle,
    },
    conditions: { 已确认: isConfirmed(view), 尚未办结: !ended.has(view.status) },
    lists: { 明细: lineRows(source), 意见: opinionRows(view) },
  };
};
