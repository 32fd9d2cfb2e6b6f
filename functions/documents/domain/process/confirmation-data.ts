import { poolWords, zoneWords } from '#shared/contracts/place-words.ts';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import { minuteOf } from '#shared/regulation/application/documents/document-source.ts';
import type { confirmationTags } from '#shared/regulation/application/documents/opening-tags.ts';
import { orBlank } from '#shared/regulation/application/documents/or-blank.ts';
import type { DataFor } from '#shared/regulation/application/documents/tag-vocabulary.ts';
import { yuanOf } from '#shared/regulation/application/documents/yuan-of.ts';

type Confirmation = NonNullable<OrderView['confirmation']>;

const begins: Readonly<Record<OrderView['billing']['from'], string>> = {
  laterOfBoth: '三方确认和开通两者中较晚的日期',
  opening: '开通之日',
  literal: '三方确认之日',
};

const lineRows = ({ lines }: OrderView) =>
  lines.map((line) => ({
    序号: String(line.lineNo),
    产品规格名称: [
      `${line.name}（${line.specification}）`,
      ...(line.changes
        ? [`原为：${line.changes.name}（${line.changes.specification}）${line.changes.quantity}${line.unit}`]
        : []),
    ].join('\n'),
    数量: `${line.quantity}${line.unit}`,
    资源池: poolWords(line.pool),
    部署区域: zoneWords(line.zone),
    单价: yuanOf(line.unitPriceFen),
    用途: orBlank(line.purpose),
  }));

const unitOf = (
  { organisation, provider }: OrderView,
  party: Confirmation['parties'][number]['party'],
): string | undefined =>
  ({ department: organisation.name, provider: provider.name, operator: undefined })[party];

const partyRows = (order: OrderView, { parties }: Confirmation) =>
  parties.map(({ party, label, at, by }) => ({
    确认方: label,
    单位: orBlank(by?.organisation ?? unitOf(order, party)),
    姓名: at === undefined ? orBlank('') : (by?.name ?? '（已不在册）'),
    时间: at === undefined ? '未确认' : minuteOf(at),
  }));

/** 三方确认单: what the three have agreed on, and who has said so (yc-cloud-17-1). */
export const confirmationData = (
  order: OrderView,
  confirmation: Confirmation,
): DataFor<typeof confirmationTags> => ({
  fields: {
    标题: '政务云资源开通三方确认单',
    信息系统名称: order.systemName,
    使用部门: order.organisation.name,
    云服务商: order.provider.name,
    批准时间: minuteOf(order.approvedAt),
    确认时间: confirmation.confirmedAt === undefined ? '未完成' : minuteOf(confirmation.confirmedAt),
    计费起点: begins[order.billing.from],
    月费用: yuanOf(order.lines.reduce((sum, { quantity, unitPriceFen }) => sum + quantity * unitPriceFen, 0)),
  },
  conditions: { 未完成: confirmation.confirmedAt === undefined },
  lists: { 明细: lineRows(order), 确认方: partyRows(order, confirmation) },
});
