import type { shutdownFormTags } from './case-form-tags.ts';
import { commonFields, type DocumentSource, isConfirmed, longDateOf, readSource } from './document-source.ts';
import { officialTitle } from './official-titles.ts';
import { blankDate, orBlank } from './or-blank.ts';
import type { DataFor } from './tag-vocabulary.ts';

/** 附件1-5: why use ends, what has been done before, and who answers for it (yc-cloud-20-1, yc-cloud-annex5-1). */
export const shutdownFormData = (source: DocumentSource): DataFor<typeof shutdownFormTags> => {
  const { view, authority } = source;
  const { subject, specOf, fieldOf, said, rowsOf } = readSource(source);
  const statement = fieldOf('shutdown', 'statement');
  const confirmed = isConfirmed(view);
  const cold = rowsOf('coldData', 'rows').map((row, place) => ({
    序号: String(place + 1),
    数据名称: orBlank(row.said('name')),
    最后使用日期: orBlank(row.said('lastUsedOn')),
    接收机构: orBlank(row.said('receiver')),
    移交日期: orBlank(row.said('handedOn')),
    回执编号: orBlank(row.said('receipt')),
  }));
  const form = (field: string): string => orBlank(said('shutdown', field));
  const person = (field: string): string => orBlank(said('contacts', field));
  return {
    fields: {
      ...commonFields(source, officialTitle(specOf('shutdown')?.title ?? '', subject)),
      主送机关: authority,
      事由: form('reason').replace(/[。；]$/, ''),
      单位声明: statement?.kind === 'boolean' ? (statement.pledge ?? '') : '',
      系统下线: form('offline'),
      数据备份: form('backedUp'),
      首席数据官: person('cdoName'),
      首席数据官电话: person('cdoPhone'),
      联系人: person('contactName'),
      联系电话: person('contactPhone'),
      日期: confirmed && view.confirmation ? longDateOf(view.confirmation.at) : blankDate,
    },
    conditions: { 草稿: !view.frozen, 已确认: confirmed, 有冷数据: cold.length > 0 },
    lists: { 冷数据: cold },
  };
};
