import type { changePlanTags } from './case-form-tags.ts';
import { commonFields, type DocumentSource, isConfirmed, readSource } from './document-source.ts';
import { officialTitle } from './official-titles.ts';
import { orBlank } from './or-blank.ts';
import { peopleRows } from './people-rows.ts';
import { linesIn, quantityOf, type ResourceWords } from './resource-words.ts';
import type { DataFor } from './tag-vocabulary.ts';
import { yuanOf } from './yuan-of.ts';

type ChangePlan = DataFor<typeof changePlanTags>;

/** What a resource was before this case changed it; its id where the registry does not know it. */
const wasOf = ({ resources, view }: DocumentSource, resourceId: string): string => {
  const found = resources.find((one) => one.resourceId === resourceId);
  const own = found?.specifications.findIndex(({ caseId }) => caseId === view.caseId) ?? -1;
  const before = own > 0 ? found?.specifications[own - 1] : found?.specifications.slice(-1)[0];
  return found && before
    ? `${before.name}（${before.text}），${before.quantity}${found.unit}`
    : orBlank(resourceId);
};

const cellsOf = (line: ResourceWords) => ({
  序号: String(line.lineNo),
  产品规格名称: orBlank(line.name),
  数量: orBlank(quantityOf(line)),
});

const addedLists = (source: DocumentSource) => {
  const added = linesIn(source, 'resources');
  return {
    新增: added.map((line) => ({
      ...cellsOf(line),
      单价: line.unitPrice,
      费用: line.cost,
      备注: line.remark,
    })),
    申请依据: added.map((line) => ({ ...cellsOf(line), 依据: orBlank(line.ground) })),
  };
};

const changedLists = (source: DocumentSource) => {
  const rows = readSource(source).rowsOf('changes', 'lines');
  const changed = linesIn(source, 'changes').flatMap((line, place) => {
    const said = rows[place]?.said;
    return said ? [{ line, said, was: wasOf(source, said('resourceId')) }] : [];
  });
  return {
    变更: changed.map(({ line, said, was }) => ({
      序号: String(line.lineNo),
      产品规格名称: was,
      数量: orBlank(quantityOf(line)),
      扩容后规格: orBlank(line.name),
      单价: line.unitPrice,
      费用: line.cost,
      备注: said('resourceId'),
    })),
    使用情况: changed.map(({ line, said, was }) => ({
      序号: String(line.lineNo),
      现有资源: was,
      综合使用率: orBlank(said('utilisation')),
      测算依据: orBlank(said('basis')),
      用途: orBlank(said('purpose')),
      其他理由: said('reason') || '—',
    })),
  };
};

/** 附件1-3: what is added and what changes, what it becomes, and how it is used now (yc-cloud-annex3-2, -3). */
export const changePlanData = (source: DocumentSource): ChangePlan => {
  const { view, pictures } = source;
  const { subject, specOf, said } = readSource(source);
  const lists = { ...addedLists(source), ...changedLists(source) };
  const plan = (field: string): string => orBlank(said('plan', field));
  return {
    fields: {
      ...commonFields(source, officialTitle(specOf('plan')?.title ?? '', subject)),
      建设背景: plan('background'),
      建设目的: plan('purpose'),
      主要功能: plan('functions'),
      用户群体: plan('users'),
      架构简介: plan('architecture'),
      架构图: pictures.join('、'),
      变更类别: orBlank(said('change', 'scale')),
      变更事由: orBlank(said('change', 'summary')),
      不属重大变更的理由: said('change', 'scaleReason') || '—',
      月费用: yuanOf(view.monthlyCostFen),
      目录版本: `${view.catalogueVersion}${view.catalogueUnfiled ? '（未备案）' : ''}`,
    },
    conditions: {
      草稿: !view.frozen,
      已确认: isConfirmed(view),
      有新增: lists.新增.length > 0,
      无新增: lists.新增.length === 0,
      有变更: lists.变更.length > 0,
      无变更: lists.变更.length === 0,
    },
    lists: { ...lists, 联系人: peopleRows(source) },
  };
};
