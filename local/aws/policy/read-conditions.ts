import { z } from 'zod';

/** Comparisons that the evaluator knows; see `match-condition.ts`. */
export const operators = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'ArnEquals',
  'ArnLike',
  'Bool',
  'Null',
] as const;
export type Operator = (typeof operators)[number];

export interface Condition {
  readonly operator: Operator;
  /** `all` and `any` compare every value of a multi-valued key, `one` demands a single value. */
  readonly quantifier: 'one' | 'all' | 'any';
  readonly ifExists: boolean;
  /** Lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Context keys that the local endpoint fills; a condition on any other key could not be honoured. */
const knownKeys = [
  /^dynamodb:(leadingkeys|enclosingoperation|select)$/,
  /^aws:(principaltag|requesttag)\/.+$/,
  /^aws:(tagkeys|principalarn|securetransport)$/,
  /^sts:rolesessionname$/,
];

const quantifiers = { ForAllValues: 'all', ForAnyValue: 'any' } as const;
const valuesSchema = z.union([z.string(), z.boolean(), z.array(z.string())]);

function readOperator(name: string, where: string): Pick<Condition, 'operator' | 'quantifier' | 'ifExists'> {
  const [, prefix, base, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const operator = operators.find((known) => known === base);
  if (operator === undefined) throw new Error(`${where}: unsupported condition operator ${name}`);
  const quantifier = prefix === undefined ? 'one' : quantifiers[prefix as keyof typeof quantifiers];
  return { operator, quantifier, ifExists: ifExists !== undefined };
}

/** Flattens a `Condition` block; refuses operators and keys that the evaluator does not know. */
export function readConditions(block: Record<string, Record<string, unknown>>, where: string): Condition[] {
  return Object.entries(block).flatMap(([name, keys]) => {
    const operator = readOperator(name, where);
    return Object.entries(keys).map(([givenKey, givenValues]) => {
      const key = givenKey.toLowerCase();
      if (!knownKeys.some((known) => known.test(key))) {
        throw new Error(`${where}: unsupported condition key ${givenKey}`);
      }
      const values = valuesSchema.parse(givenValues);
      return { ...operator, key, values: Array.isArray(values) ? values : [String(values)] };
    });
  });
}
