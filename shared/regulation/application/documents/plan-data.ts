import { answerRows } from './answer-rows.ts';
import { commonFields, type DocumentSource, isConfirmed, readSource } from './document-source.ts';
import type { DataFor, planTags } from './document-tags.ts';
import { officialTitle } from './official-titles.ts';
import { peopleRows } from './people-rows.ts';
import { quantityOf, resourceWords } from './resource-words.ts';
import { yuanOf } from './yuan-of.ts';

type PlanData = DataFor<typeof planTags>;

const resourceLists = (source: DocumentSource) => {
  const lines = resourceWords(source).map((line) => ({
    line,
    cells: { 序号: String(line.lineNo), 产品规格名称: line.name, 数量: quantityOf(line) },
  }));
  return {
    明细: lines.map(({ line, cells }) => ({
      ...cells,
      单价: line.unitPrice,
      费用: line.cost,
      备注: line.remark,
    })),
    申请依据: lines.map(({ line, cells }) => ({ ...cells, 依据: line.ground })),
  };
};

const purchaseRows = (source: DocumentSource) =>
  readSource(source)
    .rowsOf('declarations', 'purchases')
    .map(({ said }, place) => ({
      序号: String(place + 1),
      采购内容: said('item'),
      类别: said('kind'),
      理由: said('reason'),
    }));

/** 附件1-2: what the plan says, under its official labels. */
export const planData = (source: DocumentSource): PlanData => {
  const { view, pictures } = source;
  const { subject, specOf, contentOf, said } = readSource(source);
  const titleOf = (id: 'plan' | 'compute' | 'applications') =>
    officialTitle(specOf(id)?.title ?? '', subject);
  const wants = (id: 'compute' | 'applications') => contentOf(id)['wanted'] === true;
  const purchases = purchaseRows(source);
  return {
    fields: {
      ...commonFields(source, titleOf('plan')),
      建设背景: said('plan', 'background'),
      建设目的: said('plan', 'purpose'),
      主要功能: said('plan', 'functions'),
      用户群体: said('plan', 'users'),
      架构简介: said('plan', 'architecture'),
      架构图: pictures.join('、'),
      资源需求评估: said('plan', 'needsAssessment'),
      大型或有波峰波谷: said('plan', 'largeOrPeaky'),
      依托弹性资源池: said('plan', 'elasticPool'),
      不用弹性资源池的理由: said('plan', 'nonElasticReason'),
      月费用: yuanOf(view.monthlyCostFen),
      目录版本: `${view.catalogueVersion}${view.catalogueUnfiled ? '（未备案）' : ''}`,
      算力需求标题: titleOf('compute'),
      应用需求标题: titleOf('applications'),
      算力依据: said('compute', 'justification'),
    },
    conditions: {
      草稿: !view.frozen,
      已确认: isConfirmed(view),
      申请算力: wants('compute'),
      不申请算力: !wants('compute'),
      申请大模型应用: wants('applications'),
      说明不用弹性的理由: said('plan', 'nonElasticReason') !== '',
      另行采购: purchases.length > 0,
    },
    lists: {
      ...resourceLists(source),
      算力需求: answerRows(source, 'compute', ['wanted', 'justification']),
      应用需求: answerRows(source, 'applications', ['wanted']),
      联系人: peopleRows(source),
      申请事项声明: answerRows(source, 'declarations', []),
      采购: purchases,
    },
  };
};
