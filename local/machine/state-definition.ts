import { z } from 'zod';
import { choiceRule } from './choice-rule.ts';
import { findUnsupported } from './payload-template.ts';
import { isReferencePath } from './reference-path.ts';

const path = z.string().refine(isReferencePath, '只支持 $.a.b[0] 形式的路径').nullish();
const onlySupported = (value: unknown, context: z.RefinementCtx) => {
  const found = findUnsupported(value);
  if (found !== undefined) context.addIssue({ code: 'custom', message: found });
};
const described = { Comment: z.string().optional(), InputPath: path, OutputPath: path };
const onward = { Next: z.string().optional(), End: z.literal(true).optional() };
const oneWayOn = (state: { Next?: string | undefined; End?: true | undefined }) =>
  (state.Next === undefined) !== (state.End === undefined);
const oneWayOnMessage = '须有且只有 Next 或 End';

const errorEquals = z.array(z.string()).min(1);
const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorEquals,
  IntervalSeconds: z.int().min(1).default(1),
  MaxAttempts: z.int().min(0).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});
const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorEquals,
  Next: z.string(),
  ResultPath: path,
});
/** States.ALL stands alone and last, as the States Language asks. */
const allComesLast = (rules: readonly { ErrorEquals: readonly string[] }[]) =>
  rules.every(
    ({ ErrorEquals }, index) =>
      !ErrorEquals.includes('States.ALL') || (ErrorEquals.length === 1 && index === rules.length - 1),
  );
const allComesLastMessage = 'States.ALL 须单独列在最后';

const task = z
  .strictObject({
    Type: z.literal('Task'),
    ...described,
    ...onward,
    Resource: z
      .string()
      .regex(
        /^arn:[\w-]+:states:::lambda:invoke(\.waitForTaskToken)?$/,
        '只支持 lambda:invoke 及其 .waitForTaskToken',
      ),
    Parameters: z
      .strictObject({
        FunctionName: z.string(),
        Payload: z.unknown().optional(),
        'Payload.$': z.string().optional(),
      })
      .superRefine(onlySupported),
    ResultPath: path,
    Retry: z.array(retrier).refine(allComesLast, allComesLastMessage).default([]),
    Catch: z.array(catcher).refine(allComesLast, allComesLastMessage).default([]),
  })
  .refine(oneWayOn, oneWayOnMessage);
const pass = z
  .strictObject({
    Type: z.literal('Pass'),
    ...described,
    ...onward,
    Result: z.unknown().optional(),
    Parameters: z.record(z.string(), z.unknown()).superRefine(onlySupported).optional(),
    ResultPath: path,
  })
  .refine(oneWayOn, oneWayOnMessage);
const choice = z.strictObject({
  Type: z.literal('Choice'),
  ...described,
  Choices: z.array(choiceRule).min(1),
  Default: z.string().optional(),
});
const succeed = z.strictObject({ Type: z.literal('Succeed'), ...described });
const fail = z.strictObject({
  Type: z.literal('Fail'),
  Comment: z.string().optional(),
  Error: z.string().optional(),
  Cause: z.string().optional(),
});

const state = z.discriminatedUnion('Type', [task, pass, choice, succeed, fail], {
  error: (issue) =>
    issue.code === 'invalid_union' ? '只支持 Task、Pass、Choice、Succeed、Fail 状态' : undefined,
});

/** The subset of the States Language that the machines of this system use; whatever else is said is refused. */
export const machineDefinition = z.strictObject({
  Comment: z.string().optional(),
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  StartAt: z.string(),
  States: z.record(z.string(), state),
});

export type State = z.infer<typeof state>;
export type TaskState = z.infer<typeof task>;
export type MachineDefinition = z.infer<typeof machineDefinition>;
