import { z } from 'zod';
import { type Condition, readConditions } from './read-conditions.ts';

/** One statement of an identity policy or of a role's trust policy. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** Lower case, `*` and `?` as wildcards. */
  readonly actions: readonly string[];
  /** ARN patterns; empty in a trust policy. */
  readonly resources: readonly string[];
  /** ARNs (or `*`) of the AWS principals a trust statement names; empty in an identity policy. */
  readonly principals: readonly string[];
  readonly conditions: readonly Condition[];
}

const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const principalSchema = z.union([
  z.literal('*'),
  z.strictObject({
    AWS: oneOrMore.optional(),
    Service: oneOrMore.optional(),
    Federated: oneOrMore.optional(),
  }),
]);
const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: oneOrMore.optional(),
  Principal: principalSchema.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const documentSchema = z.strictObject({
  Version: z.literal('2012-10-17'),
  Id: z.string().optional(),
  Statement: z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(statementSchema)),
});

/**
 * Reads a policy document as resolved from a template. Elements and conditions that the evaluator would not honour
 * (NotAction, NotResource, unknown operators or keys) are refused by name.
 * @param where path of the document for messages
 */
export function readPolicyDocument(document: unknown, where: string): Statement[] {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success)
    throw new Error(`${where}: unsupported policy document\n${z.prettifyError(parsed.error)}`);
  return parsed.data.Statement.flatMap((statement) => {
    const principal = statement.Principal;
    const principals = principal === '*' ? ['*'] : (principal?.AWS ?? []);
    // A statement for an AWS service only never decides about a caller of the local endpoint.
    if (principal !== undefined && principals.length === 0) return [];
    return {
      effect: statement.Effect,
      actions: statement.Action.map((action) => action.toLowerCase()),
      resources: statement.Resource ?? [],
      principals,
      conditions: readConditions(statement.Condition ?? {}, where),
    };
  });
}
