import { z } from 'zod';
import { arnOf, byName, defineKind, inert } from '../resource-kind.ts';

/** AWS::Lambda::Function in a worker thread. */
export const functionKind = defineKind({
  type: 'AWS::Lambda::Function',
  nameProperty: 'FunctionName',
  ref: byName,
  attributes: { Arn: (fn) => arnOf(fn, 'lambda', `function:${fn.name}`) },
  properties: z.strictObject({
    FunctionName: z.string().optional(),
    Code: z.strictObject({ S3Bucket: inert, S3Key: z.string() }),
    Handler: z.string(),
    Runtime: z.string().startsWith('nodejs'),
    Role: z.string(),
    Timeout: z.int().default(3),
    MemorySize: z.int().default(128),
    Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).default({ Variables: {} }),
    // Inert here: one machine, one thread a function, logs in files; a schedule that fails runs again at its next time.
    DeadLetterConfig: inert,
    Description: inert,
    Architectures: inert,
    LoggingConfig: inert,
    TracingConfig: inert,
    // Inert here: nothing watches for functions that call themselves.
    RecursiveLoop: inert,
    ReservedConcurrentExecutions: inert,
    Tags: inert,
  }),
});

/** AWS::Lambda::Permission: which service may call a function, and from which of its sources. */
export const permissionKind = defineKind({
  type: 'AWS::Lambda::Permission',
  ref: byName,
  attributes: {},
  properties: z.strictObject({
    Action: z.literal('lambda:InvokeFunction'),
    FunctionName: z.string(),
    Principal: z.string(),
    SourceArn: z.string(),
  }),
});
