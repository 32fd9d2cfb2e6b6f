import { commonFields, type DocumentSource, isConfirmed, longDateOf, readSource } from './document-source.ts';
import type { DataFor, reportTags } from './document-tags.ts';
import { officialTitle } from './official-titles.ts';
import { blankDate } from './or-blank.ts';
import { resourceSummary } from './resource-words.ts';
import { yuanOf } from './yuan-of.ts';

/** 附件1-1: what the report says. Its cost is the total of the plan's table, to the cent (yc-cloud-annex1-1). */
export const reportData = (source: DocumentSource): DataFor<typeof reportTags> => {
  const { view, authority } = source;
  const { subject, specOf, fieldOf, said } = readSource(source);
  const pledge = fieldOf('report', 'pledgeAccepted');
  const confirmed = isConfirmed(view);
  return {
    fields: {
      ...commonFields(source, officialTitle(specOf('report')?.title ?? '', subject)),
      主送机关: authority,
      部署或迁移: said('report', 'action') || '（部署或迁移）',
      资源概述: resourceSummary(source),
      月费用: yuanOf(view.monthlyCostFen),
      单位承诺: pledge?.kind === 'boolean' ? (pledge.pledge ?? '') : '',
      等级保护级别: said('report', 'mlpsLevel'),
      联系人: said('report', 'contactName'),
      联系电话: said('report', 'contactPhone'),
      方案标题: officialTitle(specOf('plan')?.title ?? '', subject),
      日期: confirmed && view.confirmation ? longDateOf(view.confirmation.at) : blankDate,
    },
    conditions: { 草稿: !view.frozen, 已确认: confirmed },
    lists: {},
  };
};
