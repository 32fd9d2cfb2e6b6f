import { z } from 'zod';
import { isReferencePath, readPath } from './reference-path.ts';
import { StateFault } from './state-fault.ts';

const onlyTrue = z.literal(true, '不支持否定的类型判断，请写成 Not').optional();
const aNumber = z.number().optional();
const comparisons = {
  Comment: z.string().optional(),
  Variable: z.string().refine(isReferencePath, '只支持 $.a.b[0] 形式的路径').optional(),
  StringEquals: z.string().optional(),
  BooleanEquals: z.boolean().optional(),
  NumericEquals: aNumber,
  NumericLessThan: aNumber,
  NumericLessThanEquals: aNumber,
  NumericGreaterThan: aNumber,
  NumericGreaterThanEquals: aNumber,
  IsPresent: onlyTrue,
  IsNull: onlyTrue,
  IsString: onlyTrue,
  IsNumeric: onlyTrue,
  IsBoolean: onlyTrue,
};

const beside = new Set(['Comment', 'Variable', 'Next']);
const operators = (rule: object) => Object.keys(rule).filter((key) => !beside.has(key));
const joins = new Set(['And', 'Or', 'Not']);
const oneOperator = (rule: object) => {
  const [operator, ...others] = operators(rule);
  return operator !== undefined && others.length === 0 && joins.has(operator) !== 'Variable' in rule;
};
const oneOperatorMessage = '一条判断须有且只有一个受支持的运算；比较须有 Variable';

export interface Condition {
  Variable?: string | undefined;
  And?: Condition[] | undefined;
  Or?: Condition[] | undefined;
  Not?: Condition | undefined;
  [operator: string]: unknown;
}

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({ ...comparisons, ...joined }).refine(oneOperator, oneOperatorMessage),
);
const joined = {
  And: z.array(condition).min(1).optional(),
  Or: z.array(condition).min(1).optional(),
  Not: condition.optional(),
};

/** A rule of a Choice state: one test, or And / Or / Not of such, and where it leads. */
export const choiceRule = z
  .strictObject({ ...comparisons, ...joined, Next: z.string() })
  .refine(oneOperator, oneOperatorMessage);

const both = (value: unknown, bound: unknown): value is number =>
  typeof value === 'number' && typeof bound === 'number';
const tests: Record<string, (value: unknown, bound: unknown) => boolean> = {
  StringEquals: (value, bound) => value === bound,
  BooleanEquals: (value, bound) => value === bound,
  NumericEquals: (value, bound) => value === bound,
  NumericLessThan: (value, bound) => both(value, bound) && value < Number(bound),
  NumericLessThanEquals: (value, bound) => both(value, bound) && value <= Number(bound),
  NumericGreaterThan: (value, bound) => both(value, bound) && value > Number(bound),
  NumericGreaterThanEquals: (value, bound) => both(value, bound) && value >= Number(bound),
  IsNull: (value) => value === null,
  IsString: (value) => typeof value === 'string',
  IsNumeric: (value) => typeof value === 'number',
  IsBoolean: (value) => typeof value === 'boolean',
};

/** Whether a rule holds; a variable that is absent is a States.Runtime fault in every test but IsPresent. */
export function holds(rule: Condition, input: unknown): boolean {
  if (rule.And) return rule.And.every((each) => holds(each, input));
  if (rule.Or) return rule.Or.some((each) => holds(each, input));
  if (rule.Not) return !holds(rule.Not, input);
  const [operator = ''] = operators(rule);
  const variable = rule.Variable ?? '$';
  const value = readPath(variable, input);
  if (operator === 'IsPresent') return value !== undefined;
  if (value === undefined) {
    throw new StateFault(
      'States.Runtime',
      `Invalid path '${variable}': The choice state's condition path references an invalid value.`,
    );
  }
  return tests[operator]?.(value, rule[operator]) ?? false;
}
