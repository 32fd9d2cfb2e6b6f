import type { RuleValue } from '#shared/contracts/rules.ts';
import type { MlpsLevel, ObligationRules } from '#shared/regulation/obligation-spec.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import { reminderWords } from './process-rule-values.ts';
import { ruleValue } from './rule-value.ts';
import { roleWords } from './rule-words.ts';

const group = '履约';
const lapses = {
  mayReclaim: '由运行管理机构认定，可以决定收回',
  lists: '列入超期清单',
  reminds: '只提醒',
} as const;
const levels: Readonly<Record<MlpsLevel, string>> = { level2: '二级', level3: '三级' };

/** What is owed after the opening, by when, and what a lapse means. */
export const ofObligations = ({
  judges,
  setsAtMost,
  reminders,
  kinds,
}: ObligationRules): readonly RuleValue[] => [
  ...ruleValue('obligationJudges', group, '认定超期、延期和收回', judges, roleWords),
  ...ruleValue('obligationSetsAtMost', group, '延期至多', setsAtMost, spanWords),
  ...ruleValue('obligationReminders', group, '履约提醒', reminders, reminderWords),
  ...Object.entries(kinds).flatMap(([kind, { title, within, withinByLevel, lapse }]) => [
    ...ruleValue(`obligation-${kind}`, group, `${title}：期限`, within, spanWords),
    ...ruleValue(`obligation-${kind}-level`, group, `${title}：期限`, withinByLevel, (spans) =>
      Object.entries(spans)
        .map(([level, span]) => `${levels[level as MlpsLevel]} ${spanWords(span)}`)
        .join('、'),
    ),
    ...ruleValue(`obligation-${kind}-lapse`, group, `${title}：超期`, lapse, (value) => lapses[value]),
  ]),
];
