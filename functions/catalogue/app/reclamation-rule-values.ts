import type { RuleValue } from '#shared/contracts/rules.ts';
import type { DisposalMeasure, PlanParty, ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import { ruleValue } from './rule-value.ts';
import { roleWords } from './rule-words.ts';

const group = '整改和回收';
const measures: Readonly<Record<DisposalMeasure, string>> = {
  downgrade: '降配',
  restrict: '限制服务',
  suspend: '暂停使用',
  reclaim: '收回资源',
};
const parties: Readonly<Record<PlanParty, string>> = { expert: '专家', unit: '使用单位' };

/** How misuse is warned of, mended or disposed of, and how resources are taken back. */
export const ofReclamation = (rules: ReclamationRules): readonly RuleValue[] => [
  ...ruleValue('reclamationRuns', group, '登记问题、提出处置意见', rules.runs, roleWords),
  ...ruleValue('cityDecides', group, '市级主管部门审核', rules.cityDecides, roleWords),
  ...ruleValue('countyDecides', group, '县级主管部门审核', rules.countyDecides, roleWords),
  ...ruleValue('countyPoolAuthority', group, '县级资源池由谁审核', rules.countyPool, (level) =>
    level === 'county' ? '县级主管部门，抄送市级主管部门' : '市级主管部门',
  ),
  ...rules.findings.flatMap(({ id, title, clause }) =>
    ruleValue(
      `finding-${id}`,
      group,
      '列入警告的情形',
      { value: title, clause, source: 'regulation' },
      (words) => words,
    ),
  ),
  ...ruleValue('rectifyWithin', group, '整改期限', rules.rectifyWithin, spanWords),
  ...ruleValue('disposalMeasures', group, '逾期未改的处置', rules.measures, (list) =>
    list.map((measure) => measures[measure]).join('、'),
  ),
  ...ruleValue('dataLoss', group, '数据责任', rules.dataLoss, (words) => words),
  ...ruleValue('planReview', group, '处置前须评审', rules.planReview, (list) =>
    list.map((party) => parties[party]).join('、'),
  ),
  ...ruleValue('reclaimWithin', group, '回收期限', rules.reclaimWithin, spanWords),
  ...ruleValue('graceBeforeReclaim', group, '回收前的恢复期', rules.grace, spanWords),
  ...ruleValue('jointErasure', group, '数据清除', rules.jointErasure, () => '使用单位和服务提供方双方确认'),
  ...ruleValue('reclaimCertificate', group, '回收证明', rules.certificate, ({ title }) => title),
  ...ruleValue(
    'archiveUnused',
    group,
    '移交档案机构',
    rules.archiveUnused,
    ({ months }) => `${months} 个月以上很少使用的数据`,
  ),
  ...ruleValue('billingUntil', group, '停止计费', rules.billingUntil, (until) =>
    until === 'reclaim' ? '实际回收之日' : '实际回收之日，最迟到回收期限',
  ),
];
