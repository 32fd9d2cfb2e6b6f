/** One kind of message: a title, and a text for a phone. `{…}` are filled in. */
export interface MessageText {
  readonly title: string;
  readonly text: string;
}

/** Every tag that a text may hold, by the word between the braces. */
export const tagWords = {
  name: '姓名',
  number: '办件编号',
  organisation: '申请单位',
  systemName: '系统名称',
  stage: '环节',
  target: '参考时间',
  moved: '调整内容',
  why: '调整依据',
  told: '已告知',
  matter: '申请事项',
  monthly: '月费用',
  cost: '费用说明',
  daysLate: '超期天数',
  holder: '办理岗位',
  batch: '批次',
  count: '数量',
  provider: '云服务商',
  duty: '履约事项',
  outcome: '结果',
  link: '办理链接',
  code: '验证码',
} as const;
export type MessageTag = keyof typeof tagWords;
export type MessageFacts = Readonly<Partial<Record<MessageTag, string>>>;

export const messageTags = Object.keys(tagWords) as readonly MessageTag[];

const awaiting = (verb: string): MessageText => ({
  title: `请您${verb}：{系统名称}`,
  text: `{姓名}，{申请单位}申请{申请事项}（{系统名称}，{办件编号}{费用说明}），请您${verb}{参考时间}。{办理链接}`,
});

/** The texts that hold until a city puts its own in their place. */
export const defaultTexts = {
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
  'letter.toSign': {
    title: '请签订信息安全责任书：{申请单位}',
    text: '{姓名}，{申请单位}的“{系统名称}”已审核通过，开通资源之前须由贵单位签订信息安全责任书，请您签订。{办理链接}',
  },
  'order.toConfirm': {
    title: '请三方确认：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”已审核通过，共 {数量} 项资源，由{云服务商}开通，请您代表本方确认{参考时间}。{办理链接}',
  },
  'order.toPlan': {
    title: '请安排开通：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”待您安排第 {批次} 批开通{参考时间}，请登录云网通下达工单。',
  },
  'batch.opened': {
    title: '已开通：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”第 {批次} 批已开通，共 {数量} 个资源，请登录云网通查看实例和地址。',
  },
  'batch.changed': {
    title: '已变更：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”已完成 {数量} 个资源的变更，自完成之日起按变更后的规格计费，请登录云网通查看。',
  },
  'window.agreed': {
    title: '请准备重点保障：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”临时扩充已审核同意，保障期间 {结果}，工单在开始当日下达，请提前准备。',
  },
  'window.soon': {
    title: '临时扩充即将到期：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的临时扩充（{结果}）即将到期，到期恢复原来的资源，请做好数据转移。',
  },
  'window.ended': {
    title: '临时扩充已到期：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的临时扩充（{结果}）已到期，恢复原来的资源，到期之后不再计费。',
  },
  'batch.failed': {
    title: '部分资源开通失败：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”第 {批次} 批有 {数量} 个资源开通失败，请登录云网通查看原因，等云服务商重新开通或退回。',
  },
  'credentials.waiting': {
    title: '请领取登录凭据：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”第 {批次} 批的登录凭据已交付，请向云服务商取得提取码后登录云网通领取，只能领取一次。',
  },
  'work.issued': {
    title: '新工单：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”有新的工单“{环节}”，共 {数量} 项{参考时间}，请登录云网通办理。',
  },
  'work.dueMoved': {
    title: '工单期限有调整：{系统名称}',
    text: '{姓名}，因放假安排调整，{申请单位}的“{系统名称}”的工单“{环节}”期限有变化{参考时间}，请据此安排。',
  },
  'work.soon': {
    title: '工单即将到期：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的工单“{环节}”即将到期{参考时间}，请及时办理并回报。',
  },
  'work.overdue': {
    title: '工单已超期：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的工单“{环节}”（{云服务商}）已超期{参考时间}，请尽快办理并回报。',
  },
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
  'rectification.required': {
    title: '整合要求：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”须按“{结果}”完成整合{参考时间}，完成后请登录云网通提交说明和证据。',
  },
  'rectification.toReview': {
    title: '请审核警告：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”被登记为“{结果}”，警告和整改通知须先经您审核，请登录云网通办理。',
  },
  'rectification.warned': {
    title: '警告和整改通知：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”因“{结果}”被警告，请整改{参考时间}，并登录云网通提交整改说明。',
  },
  'rectification.copied': {
    title: '抄送：{系统名称}',
    text: '{姓名}，抄送：{申请单位}的“{系统名称}”，{结果}{参考时间}。',
  },
  'rectification.stated': {
    title: '请复核整改：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”{结果}，请登录云网通复核。',
  },
  'rectification.judged': {
    title: '整改有新结论：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的整改：{结果}{参考时间}，请登录云网通查看理由。',
  },
  'disposal.toDecide': {
    title: '请决定处置意见：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”逾期未完成整改，运行管理机构建议“{结果}”，请登录云网通决定。',
  },
  'disposal.decided': {
    title: '处置决定：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”将被“{结果}”，请在执行前备份数据。',
  },
  'reclamation.opened': {
    title: '资源回收通知：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的 {数量} 个资源将被回收{参考时间}，请确认数据已备份或移交。',
  },
  'reclamation.restored': {
    title: '恢复使用：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的资源不再回收，已恢复使用。',
  },
  'reclamation.done': {
    title: '资源已回收：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的 {数量} 个资源已回收，不再计费。',
  },
  'certificate.issued': {
    title: '关停证明已出具：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的关停证明已由{云服务商}出具，请登录云网通下载。',
  },
  'certificate.revoked': {
    title: '关停证明已撤销：{系统名称}',
    text: '{姓名}，{申请单位}的“{系统名称}”的关停证明已撤销，请登录云网通查看理由。',
  },
  'link.code': {
    title: '验证码',
    text: '验证码 {验证码}，5 分钟内有效，用于办理“{系统名称}”。请勿告诉他人。',
  },
  'link.died': {
    title: '办理链接已作废',
    text: '{姓名}，办理“{系统名称}”的链接因验证码输错或获取次数过多已作废。如果不是您本人操作，请联系管理员；事项请登录云网通办理。',
  },
} as const satisfies Readonly<Record<string, MessageText>>;

export type MessageEvent = keyof typeof defaultTexts;

/** What a person waits for at this moment, or must know of at any hour. */
const urgentEvents: ReadonlySet<MessageEvent> = new Set<MessageEvent>(['link.code', 'link.died']);

/** Urgent messages are sent at once, all others in working hours. */
export const isUrgent = (event: MessageEvent): boolean => urgentEvents.has(event);

export const isMessageEvent = (event: string): event is MessageEvent => Object.hasOwn(defaultTexts, event);
