import type { RectificationView } from '#shared/contracts/rectification.ts';
import type { disposalTags } from '#shared/regulation/application/documents/disposal-tags.ts';
import { minuteOf } from '#shared/regulation/application/documents/document-source.ts';
import type { DataFor } from '#shared/regulation/application/documents/tag-vocabulary.ts';
import { findingFields, limitOf } from './warning-data.ts';
import { signedOn, whoOf } from './words.ts';

type DisposalData = DataFor<typeof disposalTags>;
type Disposal = RectificationView['disposals'][number];

const verdicts = { rectified: '复核：整改完成', notYet: '复核：尚未完成', extended: '同意延期' } as const;
const parties = { expert: '专家', unit: '使用单位' } as const;

const decisionOf = ({ decision }: Disposal): string => {
  if (!decision) return '待批准';
  return decision.approved ? '同意' : '不同意';
};

const mendingRows = ({ statements, judgements }: RectificationView): DisposalData['lists']['整改情况'] =>
  [
    ...statements.map((one) => ({ ...one, what: one.kind === 'mended' ? '整改说明' : '申请延期' })),
    ...judgements.map((one) => ({
      ...one,
      what: one.dueOn === undefined ? verdicts[one.verdict] : `${verdicts[one.verdict]}到 ${one.dueOn}`,
    })),
  ]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ at, by, what, text }) => ({
      时间: minuteOf(at),
      事项: what,
      姓名: by?.name ?? '（已不在册）',
      内容: text,
    }));

const carriedOut = ({ executed, restored }: Disposal): string => {
  if (restored) return '已恢复使用';
  return executed ? `${minuteOf(executed.at)} ${executed.evidence}` : '未执行';
};

const listsOf = (view: RectificationView, last: Disposal): DisposalData['lists'] => ({
  整改情况: mendingRows(view),
  评审: last.opinions.map(({ party, by, agrees, text }) => ({
    评审方: parties[party],
    姓名: by?.name ?? '（已不在册）',
    结论: agrees ? '同意' : '不同意',
    意见: text,
  })),
  先前处置: view.disposals.slice(0, -1).map((one) => ({
    时间: minuteOf(one.at),
    措施: one.measureLabel,
    决定: decisionOf(one),
    执行: carriedOut(one),
  })),
});

/** 处置意见及决定: the last opinion and the authority's word on it, and what led to it (yc-cloud-19-11). */
export const disposalData = (view: RectificationView, last: Disposal, authority: string): DisposalData => {
  const lists = listsOf(view, last);
  const { decision } = last;
  return {
    fields: {
      标题: `关于“${view.systemName}”使用政务云资源的处置意见及决定`,
      使用部门: view.organisation.name,
      信息系统名称: view.systemName,
      主管部门: authority,
      日期: signedOn(decision?.at),
      责任说明: view.dataLoss.text,
      ...findingFields(view),
      整改期限: limitOf(view.limit?.dueOn),
      处置措施: last.measureLabel,
      提出人: whoOf(last.by),
      处置意见: last.text,
      决定: decisionOf(last),
      决定意见: decision?.text ?? '（未填写）',
      决定人: decision ? whoOf(decision.by) : '（未填写）',
    },
    conditions: {
      未决定: decision === undefined,
      有整改情况: lists.整改情况.length > 0,
      无整改情况: lists.整改情况.length === 0,
      有评审: lists.评审.length > 0,
      有先前处置: lists.先前处置.length > 0,
    },
    lists,
  };
};
