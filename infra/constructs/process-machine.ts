import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import type { FunctionName } from '../function-entries.ts';
import { workerTimeout } from './cases-worker.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';
import { StepMachine, type StepMachineProps } from './step-machine.ts';

export interface ProcessMachineProps extends Omit<StepMachineProps, 'steps'> {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  /** The function that opens the steps. */
  readonly steps: FunctionName;
  readonly description: string;
  /** Of the machine; named, since the machine itself names the function. */
  readonly machineArn: string;
  /** The variable under which the function reads it. */
  readonly variable: string;
}

/** The machine of a process and the function that opens its steps, under the system role. */
export class ProcessMachine extends Construct {
  readonly machineArn: string;

  constructor(scope: Construct, id: string, props: ProcessMachineProps) {
    super(scope, id);
    const { assets, tableName, steps: name, description, machineArn, variable, ...machine } = props;
    const steps = new PlatformFunction(this, 'Steps', {
      name,
      assets,
      description,
      timeout: workerTimeout,
      environment: { TABLE_NAME: tableName, ...dataRoleEnvironment(this, 'system'), [variable]: machineArn },
      assumes: ['system'],
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: ['states:SendTaskSuccess', 'states:SendTaskFailure'],
          resources: [machineArn],
        }),
      ],
    });
    this.machineArn = new StepMachine(this, 'Machine', { ...machine, steps: steps.lambda }).machineArn;
  }
}
