import type { MessageText } from './message-text.ts';

/** Texts of 履约. */
export const obligationTexts = {
  'obligation.soon': {
    title: '履约即将到期：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”应当{履约事项}{参考时间}，请及时办理，并登录云网通登记。',
  },
  'obligation.overdue': {
    title: '履约已超期：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”应当{履约事项}{参考时间}，已超期 {超期天数} 个工作日，请尽快办理并登记；有正当理由的，请登录云网通提交情况说明。',
  },
  'obligation.pledge': {
    title: '申请报告的承诺已过期：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”：{履约事项}{参考时间}，已经过期。这里只作提醒，办理期限以细则规定为准。',
  },
  'obligation.escalated': {
    title: '请督促履约：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”应当{履约事项}{参考时间}，已超期 {超期天数} 个工作日，请督促办理。',
  },
  'obligation.explained': {
    title: '请认定超期说明：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”就“{履约事项}”超期提交了情况说明，请登录云网通认定。',
  },
  'obligation.judged': {
    title: '履约事项有新决定：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的“{履约事项}”：{结果}{参考时间}，请登录云网通查看理由。',
  },
  'obligation.moved': {
    title: '履约期限有调整：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的“{履约事项}”期限{调整内容}，依据{调整依据}。',
  },
} as const satisfies Readonly<Record<string, MessageText>>;
