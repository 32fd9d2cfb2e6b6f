import { Fn, Stack, Validations } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { logRetention } from '../log-retention.ts';

export interface StepMachineProps {
  /** Fixed, so that what drives it can name it. */
  readonly name: string;
  /** Opens the steps that the machine waits in. */
  readonly steps: LambdaFunction;
  readonly define: (of: { readonly partition: string; readonly stepsFunctionArn: string }) => object;
}

/** A machine that waits in steps, logged without payloads and traced. */
export class StepMachine extends Construct {
  readonly machineArn: string;

  constructor(scope: Construct, id: string, { name, steps, define }: StepMachineProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const definition = define({ partition: stack.partition, stepsFunctionArn: steps.functionArn });
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(stack.toJsonString(definition)),
      role: this.role(name, steps).withoutPolicyUpdates(),
      logs: {
        destination: new LogGroup(this, 'Log', {
          // The prefix under which AWS lets services write without a growing resource policy.
          // One stack's own, since it outlives the stack and must not stand in the way of the next.
          logGroupName: `/aws/vendedlogs/states/${name}-${Fn.select(2, Fn.split('/', stack.stackId))}`,
          retention: logRetention,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
      tracingEnabled: true,
    });
    this.machineArn = machine.stateMachineArn;
  }

  private role(name: string, steps: LambdaFunction): Role {
    const role = new Role(this, 'Role', {
      roleName: name,
      description: `Runs ${name}`,
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: {
        execution: new PolicyDocument({
          statements: [
            allow(['lambda:InvokeFunction'], [steps.functionArn]),
            allow(logDelivery, ['*']),
            allow(tracing, ['*']),
          ],
        }),
      },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery and X-Ray offer no resource to name: AWS documents `*` as the only value.',
    });
    return role;
  }
}

const logDelivery = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
];

const tracing = [
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

const allow = (actions: string[], resources: string[]) =>
  new PolicyStatement({ effect: Effect.ALLOW, actions, resources });
