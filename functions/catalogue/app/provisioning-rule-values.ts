import type { RuleValue } from '#shared/contracts/rules.ts';
import { productKinds } from '#shared/regulation/product-kinds.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import { ruleValue } from './rule-value.ts';
import { roleWords } from './rule-words.ts';

const group = '开通';
const parties = { operator: '运行管理机构', department: '使用部门', provider: '云服务商' } as const;
const billing = {
  laterOfBoth: '三方确认与开通两者中较晚的一日',
  opening: '开通之日',
  literal: '首批自三方确认之日，其后各批自开通之日',
} as const;
const pools = { cityPool: '市级资源池', countyPool: '县级资源池', dedicatedDomain: '专有域' } as const;
const zones = { extranet: '政务外网区', internet: '互联网区' } as const;

const thresholdWords = (most: Readonly<Partial<Record<ProductKind, number>>>): string =>
  Object.entries(most)
    .map(([kind, count]) => `${productKinds[kind as ProductKind]} ${count}`)
    .join('、');

/** How what was approved is opened, and from when it is billed. */
export const ofProvisioning = (rules: ProvisioningRules): readonly RuleValue[] => [
  ...ruleValue('provisioningRuns', group, '安排开通', rules.runs, roleWords),
  ...ruleValue(
    'provisioningLetter',
    group,
    `${rules.letter?.title ?? ''}由谁签署`,
    rules.letter?.signers,
    roleWords,
  ),
  ...ruleValue('provisioningConfirmation', group, '开通前的确认', rules.confirmation, (named) =>
    named.map((party) => parties[party]).join('、'),
  ),
  ...ruleValue('providerContract', group, '服务商账号', rules.providerContract, () => '须先登记采购合同'),
  ...ruleValue(
    'credentialsOnce',
    group,
    '登录凭据',
    rules.credentialsOnce,
    () => '只交付一次，由使用部门自行保管',
  ),
  ...ruleValue('openWithin', group, '开通期限', rules.openWithin, spanWords),
  ...ruleValue('batchThreshold', group, '一批超过此数须说明理由', rules.batchThreshold, thresholdWords),
  ...ruleValue(
    'usageBetweenBatches',
    group,
    '分批开通',
    rules.usageBetweenBatches,
    () => '开通下一批前须看上一批的使用情况',
  ),
  ...ruleValue('billingFrom', group, '计费起始', rules.billingFrom, (from) => billing[from]),
  ...ruleValue('changeWithin', group, '变更完成期限', rules.change.within, spanWords),
  ...ruleValue(
    'changeBilledFrom',
    group,
    '变更后的计费',
    rules.change.billedFrom,
    () => '自变更完成之日起按变更后的规格',
  ),
  ...ruleValue('placePool', group, '申请表未写明时的资源池', rules.place.pool, (pool) => pools[pool]),
  ...ruleValue('placeZone', group, '申请表未写明时的网络区域', rules.place.zone, (zone) => zones[zone]),
];
