import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { Catalogue } from '../catalogue.ts';
import { inPieces } from '../in-pieces.ts';
import type { ChangeScale, KindChecks } from '../profile.ts';
import { type ApplicationForm, isFilled, rowsAt, textAt } from './application-form.ts';
import { type ChangeableResource, costRise, scaleByRule } from './change-scale.ts';
import { productLines } from './priced-lines.ts';

type ChangeRules = NonNullable<KindChecks['change']>;
type Row = Readonly<Record<string, unknown>>;

/** What a change is held against. */
export interface ChangeFacts {
  readonly systemName: string;
  /** In use now. */
  readonly resources: readonly ChangeableResource[];
  /** A reviewer's own judgement, which the unit no longer argues with. */
  readonly judged?: ChangeScale | undefined;
}

const changedTable = '/changes/lines';

const checkTarget = (
  row: Row,
  at: (column: string) => { pointer: string; clause: string },
  where: string,
  resource: ChangeableResource,
  { products }: Pick<Catalogue, 'products'>,
): FieldRefusal | undefined => {
  const { productId, quantity } = row;
  const product = products.find(({ id }) => id === productId);
  if (!product || typeof quantity !== 'number') return undefined;
  if (product.kind !== resource.kind)
    return {
      ...at('productId'),
      code: 'other-kind',
      message: `${where}变更后的产品与原资源不是同一类，请改选同类产品；需要另一类的，写入新增云资源明细表。`,
    };
  if (inPieces(resource) && quantity !== 1)
    return {
      ...at('quantity'),
      code: 'one-piece',
      message: `${where}变更的是一${resource.unit}，数量应为 1；需要增加的，写入新增云资源明细表。`,
    };
  return productId === resource.productId && quantity === resource.quantity
    ? {
        ...at('productId'),
        code: 'unchanged',
        message: `${where}变更后与现在相同，请写明要改成的规格或数量，或删除这一行。`,
      }
    : undefined;
};

const checkReason = (
  { utilisation, reason }: Row,
  at: (column: string) => { pointer: string; clause: string },
  where: string,
  trigger: ChangeRules['trigger'],
): FieldRefusal | undefined =>
  trigger && isFilled(utilisation) && !(Number(utilisation) > trigger.value.abovePercent) && !isFilled(reason)
    ? {
        ...at('reason'),
        clause: trigger.clause,
        code: 'reason-missing',
        message: `${where}月平均综合使用率没有超过 ${trigger.value.abovePercent}%，请写明变更的其他理由。`,
      }
    : undefined;

const checkRows = (
  form: ApplicationForm,
  clause: string,
  { systemName, resources }: ChangeFacts,
  catalogue: Pick<Catalogue, 'products'>,
  { trigger }: ChangeRules,
): readonly FieldRefusal[] => {
  const rows = rowsAt(form, changedTable);
  return rows.flatMap((row, index) => {
    const { resourceId } = row;
    if (!isFilled(resourceId)) return [];
    const at = (column: string) => ({ pointer: `${changedTable}/${index}/${column}`, clause });
    const where = `第${index + 1}行`;
    const resource = resources.find((one) => one.resourceId === resourceId);
    if (!resource)
      return [
        {
          ...at('resourceId'),
          code: 'not-of-system',
          message: `${where}的资源不在“${systemName}”的在用资源中，请重新选择。`,
        },
      ];
    const twice = rows.findIndex((other) => other['resourceId'] === resourceId) < index;
    return [
      ...(twice
        ? [
            {
              ...at('resourceId'),
              code: 'twice',
              message: `${where}的资源前面已经写过，请只保留一行。`,
            },
          ]
        : []),
      checkTarget(row, at, where, resource, catalogue),
      checkReason(row, at, where, trigger),
    ].filter((problem) => problem !== undefined);
  });
};

const checkNumbers = (form: ApplicationForm, clause: string): readonly FieldRefusal[] => {
  const numbers = productLines(form).flatMap(({ lineNo }) => (typeof lineNo === 'number' ? [lineNo] : []));
  const added = rowsAt(form, '/resources/lines').length;
  return numbers.flatMap((lineNo, place) => {
    const first = numbers.indexOf(lineNo);
    return first < place && first < added && place >= added
      ? [
          {
            pointer: `${changedTable}/${place - added}/lineNo`,
            code: 'duplicate-value',
            message: `序号 ${lineNo} 与新增云资源明细表重复，两张表的序号请连续编排。`,
            clause,
          },
        ]
      : [];
  });
};

const checkScale = (
  form: ApplicationForm,
  { resources, judged }: ChangeFacts,
  catalogue: Pick<Catalogue, 'products'>,
  { major, majorBy }: ChangeRules,
): readonly FieldRefusal[] => {
  const said = textAt(form, '/change/scale');
  if (said === '') return [];
  const problem = (code: string, message: string) => [
    { pointer: '/change/scale', code, message, clause: major.clause },
  ];
  if (said === 'major' && majorBy.value === 'newAndExit')
    return [
      {
        pointer: '/change/scale',
        code: 'major-apart',
        message:
          '重大变更按新申请和旧资源退出同步办理：请撤回本件，在“变更在用的资源”中选择“重大变更”，两件申请一并生成。',
        clause: majorBy.clause,
      },
    ];
  if (judged !== undefined)
    return judged === 'major' && said !== 'major'
      ? problem('judged-otherwise', '审核人员已认定为重大变更，请改选“重大变更”并补齐材料后再提交。')
      : [];
  const rise = costRise(form, resources, catalogue);
  if (
    said === 'major' ||
    scaleByRule(rise, major) === 'minor' ||
    isFilled(textAt(form, '/change/scaleReason'))
  )
    return [];
  return problem(
    'major-by-rule',
    `变更使每月费用增加的部分超过现有费用的 ${major.value.abovePercent}%，属重大变更。请改选“重大变更”并补齐材料；认为不属于的，写明理由，由审核人员认定。`,
  );
};

/**
 * Why a change can't be sent: nothing in it, a resource that is not the system's, a target that is none, no ground, or
 * a scale that the rule sees otherwise. @param clause of the tables
 */
export const checkChange = (
  form: ApplicationForm,
  facts: ChangeFacts,
  catalogue: Pick<Catalogue, 'products'>,
  rules: ChangeRules,
  clause: string,
): readonly FieldRefusal[] => {
  if (productLines(form).length === 0)
    return [
      {
        pointer: changedTable,
        code: 'nothing-changed',
        message: '新增和变更云资源明细表都没有内容，请至少填写一行。',
        clause,
      },
    ];
  return [
    ...checkRows(form, clause, facts, catalogue, rules),
    ...checkNumbers(form, clause),
    ...checkScale(form, facts, catalogue, rules),
  ];
};
