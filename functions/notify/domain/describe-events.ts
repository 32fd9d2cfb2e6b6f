import type { MessageEvent, MessageTag } from './message-texts.ts';

/** What each message is called where people choose or read it. */
export const eventLabels: Readonly<Record<MessageEvent, string>> = {
  'task.cdoConfirmation': '请首席数据官确认',
  'task.firstReview': '请初审',
  'task.leaderApproval': '请签批',
  'task.recheck': '请复核',
  'task.operatorReview': '请运行管理机构审核',
  'task.operatorApproval': '请运行管理机构负责人签批',
  'task.headConfirmation': '请单位负责人确认',
  'task.providerConfirmation': '请服务提供方确认',
  'task.authorityReview': '请主管部门审核',
  'task.opened': '请办理其他环节',
  'task.correct': '请补正',
  'task.countersign': '请加签',
  'task.urged': '催办',
  'case.copied': '抄送',
  'reminder.before': '到期前提醒',
  'reminder.due': '到期当日提醒',
  'reminder.late': '超期提醒',
  'reminder.escalated': '超期告知负责人',
  'task.targetMoved': '参考时间调整',
  'case.completed': '已办结',
  'case.rejected': '已驳回',
  'link.code': '验证码',
  'link.died': '办理链接作废',
};

/** What each tag stands for, and what stands in its place in a preview. */
export const tagFacts: Readonly<Record<MessageTag, { readonly label: string; readonly sample: string }>> = {
  name: { label: '收信人姓名', sample: '陈建国' },
  number: { label: '办件编号', sample: '大丰区2026-0012' },
  organisation: { label: '申请单位', sample: '盐城市大丰区卫生健康委员会' },
  systemName: { label: '系统名称', sample: '大丰区基层卫生一体化平台' },
  stage: { label: '办理环节', sample: '签批' },
  target: { label: '参考时间（含前面的逗号）', sample: '，参考时间 2026-11-26' },
  moved: { label: '参考时间怎样调整', sample: '由 2026-11-26 调整为 2026-11-30' },
  why: { label: '调整依据', sample: '《关于调整工作日安排的通知》' },
  told: { label: '已告知的岗位', sample: '大丰区县级政务云初审' },
  matter: { label: '申请的事项', sample: '政务云资源' },
  cost: { label: '每月费用（含前面的逗号，不计费的事项为空）', sample: '，15920.40元/月' },
  monthly: { label: '每月费用（元）', sample: '15920.40' },
  daysLate: { label: '超过参考时间的工作日数', sample: '2' },
  holder: { label: '当前办理岗位', sample: '县级政务云初审' },
  link: { label: '办理链接（没有时为空）', sample: '办理链接：https://（发送时生成）' },
  code: { label: '验证码', sample: '123456' },
};
