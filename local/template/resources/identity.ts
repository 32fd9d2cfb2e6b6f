import { z } from 'zod';
import { arnOf, byName, defineKind, inert } from '../resource-kind.ts';

const inlinePolicy = z.strictObject({ PolicyName: z.string(), PolicyDocument: z.unknown() });

/** AWS::IAM::Role: trust and inline policies, evaluated on every call. */
export const roleKind = defineKind({
  type: 'AWS::IAM::Role',
  nameProperty: 'RoleName',
  ref: byName,
  attributes: { Arn: (role) => arnOf(role, 'iam', `role/${role.name}`) },
  properties: z.strictObject({
    RoleName: z.string().optional(),
    AssumeRolePolicyDocument: z.unknown(),
    Policies: z.array(inlinePolicy).default([]),
    ManagedPolicyArns: z.array(z.string()).default([]),
    MaxSessionDuration: z.int().default(3600),
    Description: inert,
    Tags: inert,
  }),
});

/** AWS::IAM::Policy: attached to roles by name. */
export const policyKind = defineKind({
  type: 'AWS::IAM::Policy',
  nameProperty: 'PolicyName',
  ref: byName,
  attributes: {},
  properties: z.strictObject({
    PolicyName: z.string(),
    PolicyDocument: z.unknown(),
    Roles: z.array(z.string()),
  }),
});

/** AWS::IAM::ManagedPolicy of this account: attached by its `Roles` or by a role's `ManagedPolicyArns`. */
export const managedPolicyKind = defineKind({
  type: 'AWS::IAM::ManagedPolicy',
  nameProperty: 'ManagedPolicyName',
  ref: (policy) => arnOf(policy, 'iam', `policy/${policy.name}`),
  attributes: {},
  properties: z.strictObject({
    ManagedPolicyName: z.string().optional(),
    PolicyDocument: z.unknown(),
    Roles: z.array(z.string()).default([]),
    Description: inert,
    Path: z.literal('/').optional(),
  }),
});
