import {
  AccountRootPrincipal,
  PolicyDocument,
  type PolicyStatement,
  Role,
  SessionTagsPrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FunctionName } from '../function-entries.ts';
import { type DataRole, dataRoleName, functionName, roleArn } from '../names.ts';

/** IAM's own placeholder for a session tag, filled in when a request is judged. */
export const sessionTag = (name: 'city' | 'county' | 'organisation'): string =>
  `\${aws:PrincipalTag/${name}}`;

export interface FencedRoleProps {
  readonly role: DataRole;
  readonly description: string;
  /** Functions that may take it on. */
  readonly users: readonly FunctionName[];
  /** Name of the one inline policy. */
  readonly policy: string;
  readonly statements: PolicyStatement[];
}

/**
 * A role that functions take on to reach data. The trust names the account and asks for the caller's role in a
 * condition: named as principals, the execution roles would have to exist before this stack, and one that is made
 * anew would no longer be the one trusted.
 */
export class FencedRole extends Role {
  constructor(scope: Construct, { role, description, users, policy, statements }: FencedRoleProps) {
    const callers = new AccountRootPrincipal().withConditions({
      ArnEquals: { 'aws:PrincipalArn': users.map((name) => roleArn(scope, functionName(name))) },
    });
    super(scope, role, {
      roleName: dataRoleName(role),
      description,
      assumedBy: role === 'system' ? callers : new SessionTagsPrincipal(callers),
      inlinePolicies: { [policy]: new PolicyDocument({ statements }) },
    });
  }
}
