/**
 * In which direction a county may set its own value: `min` (the value is a floor, a county may raise it),
 * `max` (a ceiling, a county may lower it), `superset` (a list that may be added to), `never`.
 */
export type Tighten = 'min' | 'max' | 'superset' | 'never';

/** A value of the rules with the clause it comes from; `localDefault` where the text gives no figure. */
export interface Cited<T> {
  readonly value: T;
  readonly clause: string;
  readonly source: 'regulation' | 'localDefault';
  readonly tighten?: Tighten;
}

/** A span of the rules, e.g. 15 working days. */
interface Span {
  readonly amount: number;
  readonly unit: 'workingDay' | 'month' | 'naturalDay' | 'naturalWeek';
}

/** What a county may set: a number, a span in the same unit, or a list of names. */
export type Tightenable = number | Span | readonly string[];

/** The value in force, or why the county may not set it. */
export type TightenResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: 'not-settable' | 'loosened' | 'another-unit';
      readonly message: string;
    };

const refused = (code: 'not-settable' | 'loosened' | 'another-unit', message: string) =>
  ({ ok: false, code, message }) as const;

const isSpan = (value: Tightenable): value is Span => typeof value === 'object' && 'amount' in value;

const sizeOf = (value: Tightenable): number | undefined =>
  typeof value === 'number' ? value : isSpan(value) ? value.amount : undefined;

const unitOf = (value: Tightenable): string => (isSpan(value) ? value.unit : typeof value);

const checkSize = (direction: 'min' | 'max', rule: number, county: number) => {
  if (direction === 'max' && county > rule) return refused('loosened', `不得高于规定值 ${rule}，请改小。`);
  if (direction === 'min' && county < rule) return refused('loosened', `不得低于规定值 ${rule}，请改大。`);
  return undefined;
};

const checkSuperset = (rule: Tightenable, county: Tightenable) => {
  if (!Array.isArray(rule) || !Array.isArray(county))
    return refused('another-unit', '规定值与本地值不是同类。');
  const missing = rule.filter((item: string) => !county.includes(item));
  return missing.length === 0
    ? undefined
    : refused('loosened', `不得删减规定内容：${missing.join('、')}，请补回。`);
};

const objection = (cited: Cited<Tightenable>, county: Tightenable) => {
  const direction = cited.tighten ?? (cited.source === 'localDefault' ? undefined : 'never');
  if (direction === 'never') return refused('not-settable', `此项由规定确定，本地不能另设。`);
  if (direction === 'superset') return checkSuperset(cited.value, county);
  if (unitOf(cited.value) !== unitOf(county))
    return refused('another-unit', '计量单位须与规定一致，请更换单位。');
  const [rule, wanted] = [sizeOf(cited.value), sizeOf(county)];
  if (direction === undefined || rule === undefined || wanted === undefined) return undefined;
  return checkSize(direction, rule, wanted);
};

/**
 * Applies a county's own value to a rule. A value of the regulation without a direction can't be set;
 * a local default without one is free.
 */
export const tightened = <T extends Tightenable>(cited: Cited<T>, county: T): TightenResult<T> =>
  objection(cited, county) ?? { ok: true, value: county };
