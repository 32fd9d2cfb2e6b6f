import { applicationTexts } from './texts/application-texts.ts';
import type { MessageText } from './texts/message-text.ts';
import { obligationTexts } from './texts/obligation-texts.ts';
import { provisioningTexts } from './texts/provisioning-texts.ts';
import { reclaimTexts } from './texts/reclaim-texts.ts';

export type { MessageText };

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

/** The texts that hold until a city puts its own in their place. */
export const defaultTexts = {
  ...applicationTexts,
  ...provisioningTexts,
  ...obligationTexts,
  ...reclaimTexts,
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
const urgentEvents: ReadonlySet<MessageEvent> = new Set<MessageEvent>([
  'link.code',
  'link.died',
  // Whoever destroys what was given back cannot undo it.
  'work.withdrawn',
]);

/** Urgent messages are sent at once, all others in working hours. */
export const isUrgent = (event: MessageEvent): boolean => urgentEvents.has(event);

export const isMessageEvent = (event: string): event is MessageEvent => Object.hasOwn(defaultTexts, event);
