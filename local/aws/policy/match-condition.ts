import { equalsWithVariables, matchesPattern, type RequestContext } from './match-pattern.ts';
import type { Condition, Operator } from './read-conditions.ts';

type Compare = (expected: string, value: string, context: RequestContext) => boolean;

const positive: Record<Exclude<Operator, 'Null' | 'StringNotEquals' | 'StringNotLike'>, Compare> = {
  StringEquals: equalsWithVariables,
  StringLike: matchesPattern,
  ArnEquals: matchesPattern,
  ArnLike: matchesPattern,
  Bool: (expected, value) => expected.toLowerCase() === value.toLowerCase(),
};

function compareOne(condition: Condition, value: string, context: RequestContext): boolean {
  const any = (compare: Compare) => condition.values.some((expected) => compare(expected, value, context));
  switch (condition.operator) {
    case 'StringNotEquals':
      return !any(equalsWithVariables);
    case 'StringNotLike':
      return !any(matchesPattern);
    case 'Null':
      throw new Error('Null compares presence, not values');
    default:
      return any(positive[condition.operator]);
  }
}

function matchesAbsent(condition: Condition): boolean {
  if (condition.ifExists || condition.quantifier === 'all') return true;
  return condition.quantifier === 'one' && condition.operator.startsWith('StringNot');
}

/**
 * One condition against the request, as IAM does it: `ForAllValues` is true when the key is absent, `Null: false`
 * demands presence, negated operators are true for an absent key.
 * @throws when a key with several values is compared without `ForAllValues`/`ForAnyValue` (undefined on AWS)
 */
export function matchesCondition(condition: Condition, context: RequestContext): boolean {
  const values = context[condition.key];
  if (condition.operator === 'Null') {
    return condition.values.includes(values === undefined ? 'true' : 'false');
  }
  if (values === undefined || values.length === 0) return matchesAbsent(condition);
  const compare = (value: string) => compareOne(condition, value, context);
  if (condition.quantifier === 'all') return values.every(compare);
  if (condition.quantifier === 'any') return values.some(compare);
  if (values.length > 1) {
    throw new Error(`${condition.operator} on ${condition.key} needs ForAllValues or ForAnyValue`);
  }
  return values.every(compare);
}
