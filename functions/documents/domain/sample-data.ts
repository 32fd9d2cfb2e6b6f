import type { DocumentData, DocumentTags } from '#shared/regulation/application/documents/document-tags.ts';

/** What the sample says under a name; under the others it says what belongs there. */
const samples: Readonly<Record<string, string>> = {
  标题: '关于基层医疗平台申请政务云资源的报告（示例）',
  市: '盐城市',
  申请单位: '盐城市大丰区卫生健康委员会',
  信息系统名称: '基层医疗平台',
  主送机关: '大丰区数据局',
  部署或迁移: '部署',
  资源概述: '通用云主机 4台、对象存储 2TB等',
  月费用: '12,345.67',
  申请月费用: '12,345.67',
  评估月费用: '10,345.67',
  联系人: '王晓芳',
  联系电话: '13900000000',
  日期: '2026年10月16日',
  轮次: '1',
  产品规格名称: '通用云主机（8核16G）',
  数量: '4台',
  单价: '500.00',
  费用: '2,000.00',
  单位: '台',
  申请数量: '4',
  本级评估数量: '3',
  市级评估数量: '3',
  姓名: '王晓芳',
  时间: '2026-10-16 09:05',
  意见: '同意。',
};

const sampleRows = 3;

const filled = (names: Readonly<Record<string, string>>, row?: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).map(([name, says]) => [
      name,
      name === '序号' && row !== undefined ? String(row) : (samples[name] ?? `（${says}）`),
    ]),
  );

/** Something for every tag: each condition holds, each list has three rows. */
export const sampleData = (tags: DocumentTags): DocumentData => ({
  fields: filled(tags.fields),
  conditions: Object.fromEntries(Object.keys(tags.conditions).map((name) => [name, true])),
  lists: Object.fromEntries(
    Object.entries(tags.lists).map(([name, { fields }]) => [
      name,
      Array.from({ length: sampleRows }, (_, at) => filled(fields, at + 1)),
    ]),
  ),
});
