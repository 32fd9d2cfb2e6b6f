import { z } from 'zod';
import { arnOf, byName, defineKind, inert } from '../resource-kind.ts';

/** AWS::Events::Rule with a schedule; rules on event patterns are refused. */
export const ruleKind = defineKind({
  type: 'AWS::Events::Rule',
  nameProperty: 'Name',
  ref: byName,
  attributes: { Arn: (rule) => arnOf(rule, 'events', `rule/${rule.name}`) },
  properties: z.strictObject({
    Name: z.string().optional(),
    Description: inert,
    ScheduleExpression: z.string(),
    State: z.literal('ENABLED').default('ENABLED'),
    Targets: z.array(
      z.strictObject({
        Id: z.string(),
        Arn: z.string(),
        Input: z.string().optional(),
        // Inert here: a schedule that fails is logged and runs again at its next time.
        RetryPolicy: inert,
        DeadLetterConfig: inert,
      }),
    ),
  }),
});
