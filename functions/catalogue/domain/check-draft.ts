import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import type { CatalogueRules } from '#shared/regulation/profile.ts';
import type { Released } from './catalogue-state.ts';

/** A draft with what it is checked against. */
export interface DraftToCheck {
  readonly effectiveFrom: LocalDate;
  readonly products: readonly CatalogueProduct[];
  /** Products of the version released last. */
  readonly before: readonly CatalogueProduct[];
  readonly last: Released | undefined;
  /** Ceiling in fen by product id. */
  readonly ceilings: ReadonlyMap<string, number>;
  readonly rules: CatalogueRules;
  readonly today: LocalDate;
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** No version takes effect in the past, nor before one that is released already. */
const checkStart = ({ effectiveFrom, last, today }: DraftToCheck): readonly FieldRefusal[] => {
  const fault = (message: string) => [{ pointer: '/effectiveFrom', code: 'too-early', message }];
  if (effectiveFrom < today) return fault(`生效日期不能早于今天（${today}），请改为今天或以后。`);
  return last && effectiveFrom < last.effectiveFrom
    ? fault(`已有自 ${last.effectiveFrom} 起执行的版本，生效日期不能早于它，请改晚。`)
    : [];
};

const checkUnique = ({ products }: DraftToCheck): readonly FieldRefusal[] => {
  const seen = new Set<string>();
  return products.flatMap(({ id }, index) => {
    const repeated = seen.has(id);
    seen.add(id);
    return repeated
      ? [
          {
            pointer: `/products/${index}/id`,
            code: 'repeated',
            message: `编码 ${id} 重复，请改为不同的编码。`,
          },
        ]
      : [];
  });
};

/** Retirement is announced: a product leaves the list only after its last day. */
const checkKept = ({ products, before, effectiveFrom }: DraftToCheck): readonly FieldRefusal[] => {
  const kept = new Set(products.map(({ id }) => id));
  return before
    .filter(({ id, retiredOn }) => !kept.has(id) && !(retiredOn !== undefined && retiredOn <= effectiveFrom))
    .map(({ id, name }) => ({
      pointer: '/products',
      code: 'not-retired',
      message: `“${name}”（${id}）仍在目录中，不能直接删除；请保留并填写下架日期。`,
    }));
};

/** A product isn't taken off for days that have passed under the version before. */
const checkRetirement = ({ products, before, effectiveFrom }: DraftToCheck): readonly FieldRefusal[] => {
  const dayBefore = new Map(before.map(({ id, retiredOn }) => [id, retiredOn]));
  return products.flatMap(({ id, retiredOn, effectiveFrom: from, name }, index) => {
    if (retiredOn === undefined || retiredOn === dayBefore.get(id)) return [];
    const earliest = from > effectiveFrom ? from : effectiveFrom;
    return retiredOn >= earliest
      ? []
      : [
          {
            pointer: `/products/${index}/retiredOn`,
            code: 'too-early',
            message: `“${name}”的下架日期不能早于 ${earliest}，请改晚。`,
          },
        ];
  });
};

/** A price above finance's ceiling is refused, or asks for a reason, as the city has set it. */
const checkStandards = ({ products, ceilings, rules }: DraftToCheck): readonly FieldRefusal[] => {
  const above = rules.budgetStandards?.above;
  if (!above) return [];
  return products.flatMap(({ id, name, unitPriceFen, aboveStandardReason }, index) => {
    const ceiling = ceilings.get(id);
    if (ceiling === undefined || unitPriceFen <= ceiling) return [];
    if (above.value === 'needsReason' && aboveStandardReason !== undefined) return [];
    const told = `“${name}”单价 ${yuan(unitPriceFen)} 元高于支出预算标准 ${yuan(ceiling)} 元`;
    return [
      above.value === 'refused'
        ? {
            pointer: `/products/${index}/unitPriceFen`,
            code: 'above-standard',
            message: `${told}，请调低。`,
            clause: above.clause,
          }
        : {
            pointer: `/products/${index}/aboveStandardReason`,
            code: 'above-standard',
            message: `${told}，请调低或填写超标准说明。`,
            clause: above.clause,
          },
    ];
  });
};

/** Everything that keeps a draft from being saved or released, place by place. */
export const checkDraft = (draft: DraftToCheck): readonly FieldRefusal[] =>
  [checkStart, checkUnique, checkKept, checkRetirement, checkStandards].flatMap((check) => check(draft));
