import type { RuleValue } from '#shared/contracts/rules.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';
import { offCloudRulesOf } from '#shared/regulation/find-off-cloud.ts';
import { offeredRules } from '#shared/regulation/find-profile.ts';
import { reclamationRulesOf } from '#shared/regulation/find-reclamation.ts';
import { productKinds } from '#shared/regulation/product-kinds.ts';
import type { CityProfile, CloudApplicationRules, ProductKind } from '#shared/regulation/profile.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import { ofCatalogue } from './catalogue-rule-values.ts';
import { ofObligations } from './obligation-rule-values.ts';
import { ofOffCloud } from './off-cloud-rule-values.ts';
import { ofProcess } from './process-rule-values.ts';
import { ofProvisioning } from './provisioning-rule-values.ts';
import { ofReclamation } from './reclamation-rule-values.ts';
import { ruleValue } from './rule-value.ts';

type Limits = CloudApplicationRules['limits'];

const kindWords = (kinds: readonly ProductKind[]): string =>
  kinds.map((kind) => productKinds[kind]).join('、');

const purchaseWords = {
  reviewed: '由审核人员认定，不等同的写明理由',
  refused: '不予受理，须改为申请云服务',
} as const;

const ofLimits = (limits: Limits): readonly RuleValue[] => [
  ...ruleValue(
    'utilisationPercent',
    '申请数量',
    '资源使用率的合理区间',
    limits.utilisationPercent,
    ({ min, max }) => `${min}%～${max}%`,
  ),
  ...ruleValue(
    'separatePurchase',
    '申请材料',
    '另行采购目录中已有的服务',
    limits.separatePurchase,
    (what) => purchaseWords[what],
  ),
  ...ruleValue('purposeFor', '申请数量', '须写明用途的产品', limits.purposeFor, kindWords),
  ...ruleValue('basisFor', '申请数量', '须写明测算依据的产品', limits.basisFor, kindWords),
  ...ruleValue(
    'zones',
    '申请数量',
    '区域隔离',
    limits.zones,
    () => '每行资源只在一个区域；跨区互联须写明安全交换路径',
  ),
  ...ruleValue(
    'domain',
    '开通以后',
    '专有域内的资源',
    limits.domain,
    () => '建设管理方案审核通过，并登记使用部门与运行管理机构的责任分工以后开通',
  ),
  ...ruleValue('deployWithin', '开通以后', '开通后完成部署', limits.deployWithin, spanWords),
  ...ruleValue('goLiveWithin', '开通以后', '开通后上线运行', limits.goLiveWithin, spanWords),
  ...ruleValue(
    'pledgedGoLiveWithin',
    '开通以后',
    '申请报告承诺的上线时间',
    limits.pledgedGoLiveWithin,
    spanWords,
  ),
  ...ruleValue(
    'pledgedAssessmentWithin',
    '开通以后',
    '申请报告承诺的等保测评时间',
    limits.pledgedAssessmentWithin,
    spanWords,
  ),
  ...ruleValue('storageRenewal', '开通以后', '存储资源续期', limits.storageRenewal, spanWords),
];

/** Every value that the rules give, in the order in which an application meets it; roles and the day of effect first. */
export const ruleValues = (profile: CityProfile): readonly RuleValue[] => {
  const { effectiveOn, roles } = profile;
  const rules = offeredRules(profile);
  return [
    ...ruleValue('effectiveOn', '适用范围', '施行日期', effectiveOn, (day) => day),
    ...roles.flatMap(({ role, duty, clause }) =>
      ruleValue(
        `role-${role}`,
        '职责分工',
        duty,
        { value: duty, clause, source: 'regulation', tighten: 'never' },
        () => '系统内设有相应岗位',
      ),
    ),
    ...ofProcess(profile),
    ...(rules ? ofLimits(rules.limits) : []),
    ...ofProvisioning(profile.provisioning),
    ...ofObligations(obligationsOf(profile)),
    ...ofReclamation(reclamationRulesOf(profile)),
    ...ofOffCloud(offCloudRulesOf(profile)),
    ...ofCatalogue(profile.catalogue),
  ];
};
