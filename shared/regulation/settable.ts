import type { Cited, Tightenable } from './cited.ts';
import type { CloudApplicationRules } from './profile.ts';

/** A value of the rules that a tenant may set more tightly. */
export interface Settable {
  /** `limit.<name>` or `target.<stage>`. */
  readonly key: string;
  readonly title: string;
  readonly rule: Cited<Tightenable>;
}

const limitTitles: Readonly<Record<keyof CloudApplicationRules['limits'], string>> = {
  utilisationPercent: '资源利用率目标',
  deployWithin: '部署期限',
  goLiveWithin: '上线期限',
  pledgedGoLiveWithin: '承诺上线期限',
  pledgedAssessmentWithin: '承诺测评期限',
  storageRenewal: '存储资源重新申请的周期',
  separatePurchase: '另行采购目录中已有的服务',
  zones: '区域隔离',
  domain: '专有域内的资源',
  purposeFor: '须逐项写明用途的资源',
  basisFor: '须写明测算依据的资源',
};

const isTightenable = (value: unknown): value is Tightenable =>
  Array.isArray(value) ||
  typeof value === 'number' ||
  (typeof value === 'object' && value !== null && 'amount' in value);

const limitsOf = ({ limits }: CloudApplicationRules): Settable[] =>
  Object.entries(limits).flatMap(([name, rule]) =>
    isTightenable(rule.value)
      ? [
          {
            key: `limit.${name}`,
            title: limitTitles[name as keyof typeof limitTitles],
            rule: rule as Cited<Tightenable>,
          },
        ]
      : [],
  );

/** Service targets of the stages that are held by the tenant's own people. */
const targetsOf = ({ routes }: CloudApplicationRules, level: 'county' | 'city'): Settable[] =>
  routes
    .filter(({ appliesTo }) => level === 'city' || appliesTo.includes('county'))
    .flatMap(({ appliesTo, steps }) =>
      steps.flatMap(({ stages }) =>
        stages.flatMap(({ id, title, holder, serviceTarget }) => {
          const own =
            level === 'city' ? holder.of === 'city' || appliesTo.includes('city') : holder.of !== 'city';
          return own && serviceTarget
            ? [{ key: `target.${id}`, title: `${title}的服务时限`, rule: serviceTarget }]
            : [];
        }),
      ),
    );

/** What a tenant of a level may set of the rules, in the order of the rules; each once. */
export const settableOf = (rules: CloudApplicationRules, level: 'county' | 'city'): readonly Settable[] => [
  ...new Map([...limitsOf(rules), ...targetsOf(rules, level)].map((one) => [one.key, one])).values(),
];
