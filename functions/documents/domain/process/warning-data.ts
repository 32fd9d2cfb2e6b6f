import { clauseName } from '#shared/contracts/clause-name.ts';
import type { RectificationView } from '#shared/contracts/rectification.ts';
import type { warningTags } from '#shared/regulation/application/documents/disposal-tags.ts';
import type { DataFor } from '#shared/regulation/application/documents/tag-vocabulary.ts';
import { longDay, signedOn } from './words.ts';

/** What every paper of a rectification says. */
export const findingFields = ({ finding, reason, evidence, evidenceFile }: RectificationView) => ({
  情形: finding.title,
  情形依据: clauseName(finding.clause),
  事实: reason,
  证据: [evidence, ...(evidenceFile ? [`附件：${evidenceFile.fileName}`] : [])].join('\n'),
});

/** A day as a paper writes it; before the notice there is none. */
export const limitOf = (day: string | undefined): string => (day === undefined ? '（未规定）' : longDay(day));

/** 警告提示和整改通知: what the authority has held to be so, and until when it must be mended (yc-cloud-19-9, -10). */
export const warningData = (view: RectificationView, authority: string): DataFor<typeof warningTags> => ({
  fields: {
    标题: `关于“${view.systemName}”使用政务云资源的警告提示和整改通知`,
    使用部门: view.organisation.name,
    信息系统名称: view.systemName,
    主管部门: authority,
    日期: signedOn(view.review?.at),
    责任说明: view.dataLoss.text,
    ...findingFields(view),
    审核意见: view.review?.text ?? '',
    整改期限: limitOf(view.limit?.noticedDueOn),
    期限依据: clauseName(view.limit?.clause ?? view.finding.clause),
  },
  conditions: {},
  lists: {},
});
