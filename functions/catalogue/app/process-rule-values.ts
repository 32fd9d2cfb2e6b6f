import type { RuleValue } from '#shared/contracts/rules.ts';
import type {
  CityProfile,
  CloudApplicationRules,
  MessageHours,
  ReminderRules,
} from '#shared/regulation/profile.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import { ruleValue } from './rule-value.ts';

const ofStages = (kind: string, { title, routes }: CloudApplicationRules): readonly RuleValue[] =>
  routes.flatMap((route) =>
    route.steps.flatMap((step) =>
      step.stages.flatMap((stage) =>
        ruleValue(
          `target-${kind}-${route.id}-${stage.id}`,
          `办理参考时间 · ${title}`,
          `${step.title} · ${stage.title}`,
          stage.serviceTarget,
          spanWords,
        ),
      ),
    ),
  );

const sealWords = {
  confirmationSuffices: '首席数据官在系统中确认即可',
  scanRequired: '须上传盖章扫描件',
} as const;

const ofMaterials = (kind: string, rules: CloudApplicationRules): readonly RuleValue[] => [
  ...ruleValue(
    `reportSeal-${kind}`,
    '申请材料',
    `${rules.title}：盖章`,
    rules.reportSeal,
    (seal) => sealWords[seal],
  ),
  ...ruleValue(`materials-${kind}`, '申请材料', `${rules.title}：材料清单`, rules.materials, (list) =>
    list.length === 0 ? '不另交材料' : `${list.length} 项：${list.map(({ title }) => title).join('；')}`,
  ),
];

const resubmissionWords = {
  fromStart: '从本级审核的第一步重新办理',
  toReturner: '直接送回退回的步骤；评估过的内容有改动的，从第一步重新评估',
} as const;

const majorWords = {
  firstApplication: '按首次申请提供材料和前置条件',
  newAndExit: '按新申请和旧资源退出同步办理',
} as const;

const ofChecks = (
  kind: string,
  { title, checks = {}, routes, window }: CloudApplicationRules,
): readonly RuleValue[] => [
  ...ruleValue(
    `window-${kind}`,
    '办理过程',
    `${title}：保障期间`,
    window,
    () => '自申请的开始日期至结束日期，开始当日向云服务商下达工单，到期恢复',
  ),
  ...ruleValue(`ahead-${kind}`, '申请材料', `${title}：须提前申请`, checks.ahead, ({ span }) =>
    spanWords(span),
  ),
  ...ruleValue(
    `foundation-${kind}`,
    '申请材料',
    `${title}：须先办结的事项`,
    checks.foundation,
    (matter) => matter.title,
  ),
  ...ruleValue(
    `major-${kind}`,
    '办理过程',
    `${title}：属重大变更`,
    checks.change?.major,
    ({ abovePercent }) => `每月费用增加超过现有费用的 ${abovePercent}%，审核人员可另行认定`,
  ),
  ...ruleValue(
    `majorBy-${kind}`,
    '办理过程',
    `${title}：重大变更如何办理`,
    checks.change?.majorBy,
    (by) => majorWords[by],
  ),
  ...ruleValue(
    `trigger-${kind}`,
    '申请材料',
    `${title}：不须另写理由`,
    checks.change?.trigger,
    ({ abovePercent }) => `月平均综合使用率超过 ${abovePercent}%`,
  ),
  ...ruleValue(
    `unused-${kind}`,
    '申请材料',
    `${title}：移交档案机构的数据`,
    checks.unused,
    ({ months }) => `${months} 个月以上很少使用`,
  ),
  ...routes.flatMap((route) =>
    route.steps.flatMap((step) =>
      step.stages.flatMap((stage) =>
        ruleValue(
          `hears-${kind}-${route.id}-${stage.id}`,
          '办理过程',
          `${title}：${stage.title}前听取意见`,
          stage.hears,
          (count) => `至少 ${count} 个单位`,
        ),
      ),
    ),
  ),
];

export const reminderWords = ({ time, before, after, escalateOn }: ReminderRules): string =>
  `每个工作日 ${time}；到期前 ${before} 个工作日起提醒，逾期后再提醒 ${after} 个工作日，逾期第 ${escalateOn} 个工作日起告知负责人`;

const hoursWords = (hours: MessageHours): string => hours.map(({ from, to }) => `${from}～${to}`).join('、');

const ofKind = (kind: string, rules: CloudApplicationRules): readonly RuleValue[] => [
  ...ofMaterials(kind, rules),
  ...ofChecks(kind, rules),
  ...ofStages(kind, rules),
  ...ruleValue(
    `mostRounds-${kind}`,
    '办理过程',
    `${rules.title}：最多补正轮次`,
    rules.mostRounds,
    (rounds) => `${rounds} 轮`,
  ),
  ...ruleValue(
    `resubmission-${kind}`,
    '办理过程',
    `${rules.title}：补正后从哪一步办理`,
    rules.resubmission,
    (value) => resubmissionWords[value],
  ),
  ...ruleValue(`reminders-${kind}`, '办理过程', `${rules.title}：到期提醒`, rules.reminders, reminderWords),
  ...ruleValue(
    `needsAccount-${kind}`,
    '办理过程',
    `${rules.title}：先有平台账号`,
    rules.needsAccount,
    () => '须先开通管理平台账号',
  ),
  ...ruleValue(
    `opensAccount-${kind}`,
    '办理过程',
    `${rules.title}：办结即开通账号`,
    rules.opensAccount,
    () => '每个单位一个账号',
  ),
];

/** Reference times, reminders and rounds of every kind that is offered, and when people are told things. */
export const ofProcess = ({ kinds, messageHours }: CityProfile): readonly RuleValue[] => [
  ...Object.entries(kinds).flatMap(([kind, rules]) => (rules.offered ? ofKind(kind, rules) : [])),
  ...ruleValue('messageHours', '办理过程', '非紧急消息的发送时间', messageHours, hoursWords),
];
