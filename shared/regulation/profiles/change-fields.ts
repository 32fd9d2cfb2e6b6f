import type { FormField, FormSection } from '../form-spec.ts';
import { count, line, oneOf, paragraphs, percent, product, resource } from './field.ts';

/** 一般 or 重大变更 as the unit sees it, and why where the rule sees it otherwise. */
export const scaleFields = (clause: string, help: string): readonly FormField[] => [
  oneOf('scale', '变更类别', clause, { minor: '一般变更', major: '重大变更' }, { help }),
  paragraphs('scaleReason', '认为不属重大变更的理由', clause, {
    required: false,
    help: '按规则属重大变更而选择一般变更的填写，由审核人员认定。',
  }),
];

/** The table of added lines, which a change may leave empty. */
export const addedLines = (section: FormSection): FormSection => ({
  ...section,
  optional: true,
  title: '新增云资源明细',
  name: '新增云资源明细',
  fields: section.fields.map((field) =>
    field.kind === 'table' ? { ...field, label: '新增云资源明细表', required: false, minRows: 0 } : field,
  ),
});

interface Clauses {
  readonly table: string;
  readonly target: string;
  readonly usage: string;
}

/** The table of changed resources with what each becomes; lower values are a change as well (yc-cloud-annex3-2). */
export const changedLines = (source: string, { table, target, usage }: Clauses): FormSection => ({
  id: 'changes',
  title: '变更云资源明细',
  name: '变更云资源明细',
  source,
  optional: true,
  fields: [
    {
      id: 'lines',
      label: '变更云资源明细表',
      kind: 'table',
      required: false,
      clause: table,
      minRows: 0,
      maxRows: 300,
      uniqueColumn: 'lineNo',
      columns: [
        count('lineNo', '序号', table, { max: 1000, help: '与新增云资源明细表连续编排。' }),
        resource('resourceId', '现有资源', target),
        product('productId', '变更后规格', target, { help: '扩容和降配都可以，须为同类产品。' }),
        count('quantity', '变更后数量', target, { max: 100_000 }),
        percent('utilisation', '月平均综合使用率（%）', usage),
        line('basis', '当前使用情况和测算依据', usage, 1000),
        line('purpose', '规格需求和用途', table, 500, { required: false }),
        line('reason', '其他变更理由', usage, 500, {
          required: false,
          help: '月平均综合使用率没有超过 80% 的填写。',
        }),
      ],
    },
  ],
});
