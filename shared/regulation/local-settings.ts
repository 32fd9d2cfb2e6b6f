import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { countyMaterials, materialsFor } from './application/materials.ts';
import { type Cited, type Tightenable, tightened } from './cited.ts';
import type {
  CloudApplicationRules,
  MaterialFileType,
  MaterialRequirement,
  Resubmission,
  RouteStage,
} from './profile.ts';
import { type Settable, settableOf } from './settable.ts';

/** Whose settings they are: a county's, or the city's own node's. */
export type Level = 'county' | 'city';

/** A material that a county asks for beside the rules' own (yc-cloud-15-6). */
export interface OwnMaterial {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly fileTypes: readonly MaterialFileType[];
}

/** What a tenant has set of its own within the rules. */
export interface LocalSettings {
  readonly materials: readonly OwnMaterial[];
  /** Tightened values by the key of what they stand for (`settableOf`). */
  readonly values: Readonly<Record<string, Tightenable>>;
  /** How the city takes the seal; the city's alone. */
  readonly reportSeal?: NonNullable<CloudApplicationRules['reportSeal']>['value'];
  /** Where the tenant's own review takes up what comes back from a correction. */
  readonly resubmission?: Resubmission;
}

/** What somebody wants to set: their whole list of materials, the rules' own by id. */
export interface WantedSettings extends Omit<LocalSettings, 'materials'> {
  readonly materials: readonly (OwnMaterial | { readonly id: string })[];
}

export const isOwnMaterial = (material: OwnMaterial | { readonly id: string }): material is OwnMaterial =>
  'title' in material;

const requirementOf = (clause: string, own: OwnMaterial): MaterialRequirement => ({
  id: own.id,
  title: own.title,
  clause,
  evidence: 'file',
  provedBy: { need: 'any', pointers: [] },
  requiredOf: 'everyone',
  fileTypes: own.fileTypes,
  ...(own.help === undefined ? {} : { help: own.help }),
});

const materialObjections = (
  { materials: rule }: CloudApplicationRules,
  wanted: WantedSettings['materials'],
  level: Level,
): FieldRefusal[] => {
  const floor = materialsFor(rule.value, level);
  const listed = wanted.map((one) => (isOwnMaterial(one) ? requirementOf(rule.clause, one) : one));
  const unknown = listed.flatMap((one, index): FieldRefusal[] => {
    const pointer = `/materials/${index}`;
    const ruled = rule.value.some(({ id }) => id === one.id);
    if (ruled === 'title' in one)
      return [{ pointer, code: 'unknown', message: '规定材料只能按原样列出，增加的材料须另起编号。' }];
    return listed.findIndex(({ id }) => id === one.id) < index
      ? [{ pointer, code: 'twice', message: '同一项材料列了两次，请删除重复的一行。' }]
      : [];
  });
  const answer = countyMaterials(rule, listed, level);
  if (answer.ok) return unknown;
  const missing = floor.filter(({ id }) => !listed.some((one) => one.id === id));
  return [
    {
      pointer: '/materials',
      code: answer.code,
      message: `不得删减规定材料：${missing.map(({ title }) => title).join('、')}，请补回。`,
      clause: rule.clause,
    },
  ];
};

const valueObjections = (
  settable: readonly Settable[],
  values: LocalSettings['values'],
): readonly FieldRefusal[] =>
  Object.entries(values).flatMap(([key, value]): FieldRefusal[] => {
    const pointer = `/values/${key}`;
    const found = settable.find((one) => one.key === key);
    if (!found) return [{ pointer, code: 'unknown', message: '规则中没有这一项，请刷新后重试。' }];
    const answer = tightened(found.rule, value);
    return answer.ok
      ? []
      : [
          {
            pointer,
            code: answer.code,
            message: `${found.title}：${answer.message}`,
            clause: found.rule.clause,
          },
        ];
  });

/** Why settings do not stay within the rules, each place with the clause that it offends. */
export const objectionsToSettings = (
  rules: CloudApplicationRules,
  wanted: WantedSettings,
  level: Level,
): readonly FieldRefusal[] => [
  ...materialObjections(rules, wanted.materials, level),
  ...valueObjections(settableOf(rules, level), wanted.values),
  ...(wanted.reportSeal !== undefined && (level === 'county' || rules.reportSeal === undefined)
    ? [{ pointer: '/reportSeal', code: 'not-settable', message: '申请报告的盖章方式由市级确定。' }]
    : []),
  ...(wanted.resubmission !== undefined && rules.resubmission === undefined
    ? [{ pointer: '/resubmission', code: 'not-settable', message: '本市的审核只有一个步骤，不用设置。' }]
    : []),
];

const replaced = <T extends Tightenable>(cited: Cited<T>, value: Tightenable | undefined): Cited<T> => {
  const answer = value === undefined ? undefined : tightened(cited, value as T);
  return answer?.ok ? { ...cited, value: answer.value } : cited;
};

const stageUnder = (stage: RouteStage, values: LocalSettings['values']): RouteStage =>
  stage.serviceTarget === undefined
    ? stage
    : { ...stage, serviceTarget: replaced(stage.serviceTarget, values[`target.${stage.id}`]) };

const limitsUnder = (
  limits: CloudApplicationRules['limits'],
  values: LocalSettings['values'],
): CloudApplicationRules['limits'] =>
  Object.fromEntries(
    Object.entries(limits).map(([name, cited]) => [
      name,
      name === 'utilisationPercent' ? cited : replaced(cited as Cited<Tightenable>, values[`limit.${name}`]),
    ]),
  );

/**
 * The rules as they hold in a tenant: its own materials and tighter values, the city's targets for what the city does,
 * how the city takes the seal and where its own review takes up what was corrected. Of a kind that is not settable only the
 * latter two are set. A value that no longer stays within the rules is passed over.
 */
export const rulesUnder = (
  rules: CloudApplicationRules,
  local: LocalSettings | undefined,
  city: LocalSettings | undefined,
): CloudApplicationRules => {
  const valuesFor = ({ holder }: RouteStage) => (holder.of === 'city' ? city : local)?.values ?? {};
  const seal =
    rules.reportSeal && city?.reportSeal ? { ...rules.reportSeal, value: city.reportSeal } : undefined;
  const resubmission =
    rules.resubmission && local?.resubmission
      ? { ...rules.resubmission, value: local.resubmission }
      : undefined;
  const sealed = {
    ...rules,
    ...(seal ? { reportSeal: seal } : {}),
    ...(resubmission ? { resubmission } : {}),
  };
  if (!rules.settable) return sealed;
  const own = (local?.materials ?? []).map((one) => requirementOf(rules.materials.clause, one));
  return {
    ...sealed,
    materials: { ...rules.materials, value: [...rules.materials.value, ...own] },
    limits: limitsUnder(rules.limits, local?.values ?? {}),
    routes: rules.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => ({
        ...step,
        stages: step.stages.map((stage) => stageUnder(stage, valuesFor(stage))),
      })),
    })),
  };
};
