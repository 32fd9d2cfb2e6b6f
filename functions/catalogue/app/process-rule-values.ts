import type { RuleValue } from '#shared/contracts/rules.ts';
import type {
  CatalogueRules,
  CityProfile,
  CloudApplicationRules,
  MessageHours,
  ReminderRules,
} from '#shared/regulation/profile.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import { isRoleId, labelOfRole } from '#shared/tenancy/roles.ts';
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

const reminderWords = ({ time, before, after, escalateOn }: ReminderRules): string =>
  `每个工作日 ${time}；到期前 ${before} 个工作日起提醒，逾期后再提醒 ${after} 个工作日，逾期第 ${escalateOn} 个工作日起告知负责人`;

const hoursWords = (hours: MessageHours): string => hours.map(({ from, to }) => `${from}～${to}`).join('、');

const ofKind = (kind: string, rules: CloudApplicationRules): readonly RuleValue[] => [
  ...ofStages(kind, rules),
  ...ruleValue(
    `mostRounds-${kind}`,
    '办理过程',
    `${rules.title}：最多补正轮次`,
    rules.mostRounds,
    (rounds) => `${rounds} 轮`,
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

const roleWords = (roles: readonly string[]): string =>
  roles.map((role) => (isRoleId(role) ? labelOfRole(role) : role)).join('、');

const aboveWords = { needsReason: '须填写超标准说明', refused: '不能保存' } as const;

/** Who keeps the catalogue, and what finance's standards mean for it. */
export const ofCatalogue = ({
  drafts,
  releases,
  releaseVerb,
  filing,
  budgetStandards,
}: CatalogueRules): readonly RuleValue[] => [
  ...ruleValue('catalogueDrafts', '服务目录', '起草', drafts, roleWords),
  ...ruleValue('catalogueReleases', '服务目录', `${releaseVerb}（须由未参与起草的人）`, releases, roleWords),
  ...ruleValue('catalogueFiling', '服务目录', '备案登记', filing, roleWords),
  ...ruleValue('catalogueStandardsSetBy', '服务目录', '制定支出预算标准', budgetStandards?.setBy, roleWords),
  ...ruleValue(
    'catalogueAboveStandard',
    '服务目录',
    '单价高于支出预算标准时',
    budgetStandards?.above,
    (above) => aboveWords[above],
  ),
];
