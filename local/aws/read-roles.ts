import type { OpenTemplates } from '../template/open-template.ts';
import { arnOf } from '../template/resource-kind.ts';
import { managedPolicyKind, policyKind, roleKind } from '../template/resources/identity.ts';
import { readPolicyDocument, type Statement } from './policy/read-policy-document.ts';

export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly trust: readonly Statement[];
  readonly statements: readonly Statement[];
  /** Longest session in seconds. */
  readonly maxSessionSeconds: number;
}

/** AWS's own policies that only allow writing logs and traces, which are files here. */
const inertManagedPolicies = [
  ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
  ':iam::aws:policy/AWSXRayDaemonWriteAccess',
];

/** Roles with every policy attached to them, from all three ways a template attaches one. */
export function readRoles(templates: OpenTemplates): Role[] {
  const attached = [...templates.find(policyKind), ...templates.find(managedPolicyKind)];
  const managed = new Map(templates.find(managedPolicyKind).map((policy) => [policy.ref, policy]));
  return templates.find(roleKind).map((role) => {
    const where = `role ${role.name}`;
    const byArn = role.properties.ManagedPolicyArns.filter(
      (arn) => !inertManagedPolicies.some((inert) => arn.endsWith(inert)),
    ).map((arn) => {
      const policy = managed.get(arn);
      if (policy === undefined) throw new Error(`${where}: managed policy ${arn} is not supported`);
      return policy.properties.PolicyDocument;
    });
    const documents = [
      ...role.properties.Policies.map(({ PolicyDocument }) => PolicyDocument),
      ...attached
        .filter(({ properties }) => properties.Roles.includes(role.ref))
        .map(({ properties }) => properties.PolicyDocument),
      ...byArn,
    ];
    return {
      name: role.name,
      arn: arnOf(role, 'iam', `role/${role.name}`),
      trust: readPolicyDocument(role.properties.AssumeRolePolicyDocument, `${where} trust`),
      statements: documents.flatMap((document) => readPolicyDocument(document, where)),
      maxSessionSeconds: role.properties.MaxSessionDuration,
    };
  });
}
