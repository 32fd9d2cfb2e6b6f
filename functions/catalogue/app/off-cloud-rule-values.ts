import { buildStageLabels } from '#shared/contracts/build-stage-labels.ts';
import type { RuleValue } from '#shared/contracts/rules.ts';
import type { OffCloudRules } from '#shared/regulation/off-cloud-spec.ts';
import { ruleValue } from './rule-value.ts';
import { roleWords } from './rule-words.ts';

const group = '未上云系统和自有云';

/** What may be off the government cloud, and how it comes there. */
export const ofOffCloud = (rules: OffCloudRules): readonly RuleValue[] => [
  ...ruleValue(
    'mustUseCloud',
    group,
    '不上云须有法规政策依据',
    rules.mustUseCloud,
    ({ stages, onlyFiscalUnclassified }) =>
      `${stages.map((stage) => buildStageLabels[stage]).join('、')}的${onlyFiscalUnclassified ? '财政资金非涉密' : ''}系统`,
  ),
  ...ruleValue('migrateByPlan', group, '逐步迁移', rules.migrate, () => '填报迁移计划，或者登记豁免依据'),
  ...ruleValue('ownCloudGrowth', group, '自有云扩容升级', rules.ownCloudGrowth, () => '不予办理'),
  ...ruleValue('leaseRenewal', group, '租用云到期续租', rules.leaseRenewal, () => '不续租，例外须有书面依据'),
  ...ruleValue('leaseExceptionBy', group, '批准续租例外', rules.exceptionBy, roleWords),
];
