import { z } from 'zod';
import { arnOf, byName, defineKind, inert } from '../resource-kind.ts';

/** AWS::StepFunctions::StateMachine on the durable interpreter. */
export const machineKind = defineKind({
  type: 'AWS::StepFunctions::StateMachine',
  nameProperty: 'StateMachineName',
  ref: (machine) => arnOf(machine, 'states', `stateMachine:${machine.name}`),
  attributes: { Arn: (machine) => arnOf(machine, 'states', `stateMachine:${machine.name}`), Name: byName },
  properties: z.strictObject({
    StateMachineName: z.string().optional(),
    StateMachineType: z.literal('STANDARD').default('STANDARD'),
    DefinitionString: z.string(),
    RoleArn: z.string(),
    // Inert here: logs and traces.
    LoggingConfiguration: inert,
    TracingConfiguration: inert,
    Tags: inert,
  }),
});
