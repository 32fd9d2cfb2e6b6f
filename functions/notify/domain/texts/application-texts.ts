import type { MessageText } from './message-text.ts';

const awaiting = (verb: string): MessageText => ({
  title: `请您${verb}：{系统名称}`,
  text: `{姓名}，{申请单位}申请{申请事项}（{系统名称}，{办件编号}{费用说明}），请您${verb}{参考时间}。{办理链接}`,
});

/** Texts of 办件 and their tasks. */
export const applicationTexts = {
  'task.cdoConfirmation': awaiting('确认申请材料'),
  'task.firstReview': awaiting('初审'),
  'task.leaderApproval': awaiting('签批'),
  'task.recheck': awaiting('复核'),
  'task.operatorReview': awaiting('审核'),
  'task.operatorApproval': awaiting('签批'),
  'task.headConfirmation': awaiting('确认申请材料'),
  'task.providerConfirmation': awaiting('确认申请材料'),
  'task.authorityReview': awaiting('审核'),
  /** Of a stage that has no text of its own. */
  'task.opened': awaiting('办理“{环节}”'),
  'task.correct': {
    title: '请补正：{系统名称}',
    text: '{姓名}，{系统名称}（{办件编号}）的{申请事项}申请被退回补正，请登录云网通查看退回意见，修改后重新送确认{参考时间}。',
  },
  'task.countersign': {
    title: '请您加签：{系统名称}',
    text: '{姓名}，{申请单位}的{申请事项}申请（{系统名称}，{办件编号}）在“{环节}”环节请您加签，请登录云网通查看问题并办理。',
  },
  'task.urged': {
    title: '催办：{系统名称}',
    text: '{姓名}，{申请单位}的{申请事项}申请（{系统名称}，{办件编号}）等您办理“{环节}”{参考时间}，申请单位或市级运行管理人员催办，请尽快办理。',
  },
  'case.copied': {
    title: '抄送：{系统名称}',
    text: '{姓名}，{申请单位}的{申请事项}申请（{系统名称}，{办件编号}）抄送您阅读，请登录云网通查看。',
  },
  'reminder.before': {
    title: '即将到期：{系统名称}',
    text: '{姓名}，{申请单位}的{申请事项}申请（{系统名称}，{办件编号}）等您办理“{环节}”{参考时间}，即将到期，请及时办理。{办理链接}',
  },
  'reminder.due': {
    title: '今日到期：{系统名称}',
    text: '{姓名}，{申请单位}的{申请事项}申请（{系统名称}，{办件编号}）等您办理“{环节}”{参考时间}，今日到期，请尽快办理。{办理链接}',
  },
  'reminder.late': {
    title: '已超过参考时间：{系统名称}',
    text: '{姓名}，{申请单位}的{申请事项}申请（{系统名称}，{办件编号}）等您办理“{环节}”{参考时间}，已超过 {超期天数} 个工作日，请尽快办理。{办理链接}',
  },
  'reminder.escalated': {
    title: '请督促办理：{系统名称}',
    text: '{姓名}，{申请单位}的{申请事项}申请（{系统名称}，{办件编号}）在“{环节}”环节由{办理岗位}办理{参考时间}，已超过 {超期天数} 个工作日，请督促办理。',
  },
  'task.targetMoved': {
    title: '办理参考时间有调整：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”（{办件编号}），{环节}的办理参考时间{调整内容}，依据{调整依据}。已告知：{已告知}。',
  },
  'case.completed': {
    title: '已办结：{系统名称}',
    text: '{姓名}，{系统名称}（{办件编号}）的{申请事项}申请已通过全部审核并办结，请登录云网通查看结果。',
  },
  'case.rejected': {
    title: '未通过：{系统名称}',
    text: '{姓名}，{系统名称}（{办件编号}）的{申请事项}申请被驳回，请登录云网通查看意见。',
  },
} as const satisfies Readonly<Record<string, MessageText>>;
