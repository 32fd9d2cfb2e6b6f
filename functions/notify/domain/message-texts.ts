/** One kind of message: a title, and a text for a phone. `{…}` are filled in. */
export interface MessageText {
  readonly title: string;
  readonly text: string;
}

/** Every tag that a text may hold. */
export const messageTags = [
  'name',
  'organisation',
  'systemName',
  'stage',
  'target',
  'moved',
  'why',
  'told',
  'monthly',
  'link',
  'code',
] as const;
export type MessageTag = (typeof messageTags)[number];
export type MessageFacts = Readonly<Partial<Record<MessageTag, string>>>;

const awaiting = (verb: string): MessageText => ({
  title: `请您${verb}：{systemName}`,
  text: `{name}，{organisation}申请政务云资源（{systemName}，{monthly}元/月），请您${verb}{target}。{link}`,
});

/** The texts that hold until a city puts its own in their place. */
export const defaultTexts = {
  'task.cdoConfirmation': awaiting('确认申请材料'),
  'task.firstReview': awaiting('初审'),
  'task.leaderApproval': awaiting('签批'),
  'task.recheck': awaiting('复核'),
  'task.correct': {
    title: '请补正：{systemName}',
    text: '{name}，{systemName}的政务云申请被退回补正，请登录云网通查看退回意见，修改后重新送确认{target}。',
  },
  'task.targetMoved': {
    title: '办理参考时间有调整：{systemName}',
    text: '{name}，{organisation}的“{systemName}”，{stage}的办理参考时间{moved}，依据{why}。已告知：{told}。',
  },
  'case.completed': {
    title: '已办结：{systemName}',
    text: '{name}，{systemName}的政务云申请已通过全部审核并办结，请登录云网通查看结果。',
  },
  'case.rejected': {
    title: '未通过：{systemName}',
    text: '{name}，{systemName}的政务云申请被驳回，请登录云网通查看意见。',
  },
  'link.code': {
    title: '验证码',
    text: '验证码 {code}，5 分钟内有效，用于办理“{systemName}”。请勿告诉他人。',
  },
  'link.died': {
    title: '办理链接已作废',
    text: '{name}，办理“{systemName}”的链接因验证码输错或获取次数过多已作废。如果不是您本人操作，请联系管理员；事项请登录云网通办理。',
  },
} as const satisfies Readonly<Record<string, MessageText>>;

export type MessageEvent = keyof typeof defaultTexts;

export const isMessageEvent = (event: string): event is MessageEvent => Object.hasOwn(defaultTexts, event);

const tagPattern = /\{([^{}]*)\}/g;

const isTag = (text: string): text is MessageTag => messageTags.some((tag) => tag === text);

/** Tags of a text that nothing can fill in. */
export const unknownTags = ({ title, text }: MessageText): readonly string[] =>
  [...`${title}${text}`.matchAll(tagPattern)].flatMap(([, tag = '']) => (isTag(tag) ? [] : [tag]));

const fill = (pattern: string, facts: MessageFacts): string =>
  pattern.replace(tagPattern, (_, tag: string) => (isTag(tag) ? (facts[tag] ?? '') : ''));

export const fillText = ({ title, text }: MessageText, facts: MessageFacts): MessageText => ({
  title: fill(title, facts),
  text: fill(text, facts).trim(),
});
