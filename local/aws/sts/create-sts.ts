import { authorizeCall } from '../authorize-call.ts';
import { AwsError } from '../errors.ts';
import { evaluateTrust, type Verdict } from '../policy/evaluate-policies.ts';
import type { RequestContext } from '../policy/match-pattern.ts';
import {
  issueCredentials,
  type Principal,
  type PrincipalDirectory,
  principalContext,
} from '../principals.ts';
import type { Role } from '../read-roles.ts';
import { type AssumeRoleRequest, readAssumeRole } from './read-assume-role.ts';
import type { XmlNode } from './write-xml.ts';

export interface StsSetup {
  readonly account: string;
  readonly partition: string;
  readonly roles: readonly Role[];
  readonly principals: PrincipalDirectory;
}

const denied = (caller: Principal, action: string, roleArn: string): AwsError =>
  new AwsError(
    'AccessDenied',
    `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${roleArn}`,
    403,
  );

/** ARN of a role's session. */
export function sessionArn(roleArn: string, sessionName: string): string {
  const [, partition, , , account, path = ''] = roleArn.split(':');
  return `arn:${partition}:sts::${account}:assumed-role/${path.split('/').at(-1)}/${sessionName}`;
}

/** STS: AssumeRole against the synthesized trust policies, and GetCallerIdentity. */
export function createSts({ account, partition, roles, principals }: StsSetup) {
  const accountArns = [account, `arn:${partition}:iam::${account}:root`];

  function allows(caller: Principal, role: Role, action: string, context: RequestContext): boolean {
    const ownArns = [caller.arn, caller.roleArn ?? caller.arn];
    const verdict = (arns: string[]): Verdict => evaluateTrust(role.trust, arns, action, context);
    if (verdict([...ownArns, ...accountArns]) !== 'allow') return false;
    // Named itself, the caller needs no more; trusted through the account, its own policies must allow it too.
    if (verdict(ownArns) === 'allow') return true;
    authorizeCall(caller, { action, resource: role.arn, context });
    return true;
  }

  function demand(caller: Principal, role: Role, action: string, context: RequestContext): void {
    if (caller.administrator) return;
    let isAllowed = false;
    try {
      isAllowed = allows(caller, role, action, context);
    } catch (cause) {
      if (!(cause instanceof AwsError)) throw cause;
    }
    if (!isAllowed) throw denied(caller, action, role.arn);
  }

  function contextOf(caller: Principal, { tags, sessionName }: AssumeRoleRequest): RequestContext {
    const keys = Object.keys(tags);
    return {
      ...principalContext(caller),
      'sts:rolesessionname': [sessionName],
      ...(keys.length > 0 && { 'aws:tagkeys': keys }),
      ...Object.fromEntries(keys.map((key) => [`aws:requesttag/${key.toLowerCase()}`, [tags[key] ?? '']])),
    };
  }

  function assumeRole(caller: Principal, form: URLSearchParams): XmlNode {
    const request = readAssumeRole(form);
    const role = roles.find(({ arn }) => arn === request.roleArn);
    if (role === undefined) throw denied(caller, 'sts:AssumeRole', request.roleArn);
    const context = contextOf(caller, request);
    demand(caller, role, 'sts:AssumeRole', context);
    if (Object.keys(request.tags).length > 0) demand(caller, role, 'sts:TagSession', context);
    // A session that assumes a role (all functions do) is limited to an hour, as on AWS.
    const limit = caller.roleArn === undefined ? role.maxSessionSeconds : 3600;
    if (request.durationSeconds > limit) {
      throw new AwsError('ValidationError', 'The requested DurationSeconds exceeds the limit for this role.');
    }
    const credentials = issueCredentials();
    const expiresAt = Date.now() + request.durationSeconds * 1000;
    const arn = sessionArn(role.arn, request.sessionName);
    const session: Principal = {
      arn,
      roleArn: role.arn,
      statements: role.statements,
      tags: request.tags,
      administrator: false,
      ...(caller.functionName !== undefined && { functionName: caller.functionName }),
    };
    principals.add(credentials, session, expiresAt);
    return {
      AssumedRoleUser: { AssumedRoleId: `AROALOCAL:${request.sessionName}`, Arn: arn },
      Credentials: {
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        Expiration: new Date(expiresAt).toISOString(),
      },
    };
  }

  return (caller: Principal, action: string, form: URLSearchParams): XmlNode => {
    if (action === 'AssumeRole') return assumeRole(caller, form);
    if (action === 'GetCallerIdentity') return { Arn: caller.arn, UserId: 'local', Account: account };
    throw new AwsError('InvalidAction', `STS ${action} is not supported by the embedded runtime`);
  };
}
