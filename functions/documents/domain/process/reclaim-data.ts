import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import type { reclaimTags } from '#shared/regulation/application/documents/disposal-tags.ts';
import { orBlank } from '#shared/regulation/application/documents/or-blank.ts';
import type { DataFor } from '#shared/regulation/application/documents/tag-vocabulary.ts';
import { longDay, signedOn, whoOf } from './words.ts';

/** 资源回收决定: which resources are taken back, why, and from when. */
export const reclaimData = (view: ReclamationView): DataFor<typeof reclaimTags> => ({
  fields: {
    标题: `关于“${view.systemName}”政务云资源回收的决定`,
    使用部门: view.organisation.name,
    信息系统名称: view.systemName,
    决定单位: view.decision.by?.organisation ?? '',
    日期: signedOn(view.decision.at),
    责任说明: view.dataLoss.text,
    回收原因: view.causeLabel,
    决定理由: view.decision.reason,
    决定人: whoOf(view.decision.by),
    可执行日期: longDay(view.actOn),
    回收期限: view.due ? longDay(view.due.dueOn) : '未规定',
    云服务商: orBlank(view.provider),
  },
  conditions: { 可恢复: view.graceClause !== undefined },
  lists: {
    资源: view.resources.map(({ name, specification, quantity, unit, instanceId, addresses }, place) => ({
      序号: String(place + 1),
      产品规格名称: `${name}（${specification}）`,
      数量: `${quantity}${unit}`,
      实例编号: instanceId,
      地址: addresses.join('、'),
    })),
  },
});
