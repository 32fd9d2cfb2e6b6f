import { matchesCondition } from './match-condition.ts';
import { matchesPattern, type RequestContext } from './match-pattern.ts';
import type { Statement } from './read-policy-document.ts';

/** One action on one resource by one caller. */
export interface AccessRequest {
  /** e.g. `dynamodb:PutItem` */
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** `deny`: a statement forbids it; `none`: no statement allows it. */
export type Verdict = 'allow' | 'deny' | 'none';

function applies(statement: Statement, { action, resource, context }: AccessRequest): boolean {
  const lowerAction = action.toLowerCase();
  return (
    statement.actions.some((pattern) => matchesPattern(pattern, lowerAction, context)) &&
    statement.resources.some((pattern) => matchesPattern(pattern, resource, context)) &&
    statement.conditions.every((condition) => matchesCondition(condition, context))
  );
}

/** Identity policies of one caller: an explicit Deny wins, then an Allow, else nothing allows it. */
export function evaluatePolicies(statements: readonly Statement[], request: AccessRequest): Verdict {
  const applicable = statements.filter((statement) => applies(statement, request));
  if (applicable.some(({ effect }) => effect === 'Deny')) return 'deny';
  return applicable.length > 0 ? 'allow' : 'none';
}

/**
 * A role's trust policy for a caller.
 * @param callerArns the ARNs under which the caller may be named: its role, its session, its account's root
 */
export function evaluateTrust(
  statements: readonly Statement[],
  callerArns: readonly string[],
  action: string,
  context: RequestContext,
): Verdict {
  const named = statements.filter(({ principals }) =>
    principals.some((principal) => principal === '*' || callerArns.includes(principal)),
  );
  return evaluatePolicies(
    named.map((statement) => ({ ...statement, resources: ['*'] })),
    { action, resource: '', context },
  );
}
