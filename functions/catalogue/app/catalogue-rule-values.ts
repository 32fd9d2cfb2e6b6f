import type { RuleValue } from '#shared/contracts/rules.ts';
import type { CatalogueRules } from '#shared/regulation/profile.ts';
import { ruleValue } from './rule-value.ts';
import { roleWords } from './rule-words.ts';

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
