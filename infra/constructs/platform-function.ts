import { Duration, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import type { FunctionName } from '../function-entries.ts';
import { logRetention } from '../log-retention.ts';
import { type DataRole, dataRoleName, functionName, roleArn } from '../names.ts';
import { regionServices } from '../region-services.ts';

export interface PlatformFunctionProps {
  readonly name: FunctionName;
  readonly assets: FunctionAssets;
  /** What the function does, for whoever finds it in an AWS console. */
  readonly description: string;
  /** All that the function learns from outside its code; default none. */
  readonly environment?: Record<string, string>;
  /** Data roles that the function may take on; their trust names it as well. */
  readonly assumes?: readonly DataRole[];
  /** What else its execution role may do, beyond writing its own log. */
  readonly statements?: readonly PolicyStatement[];
  /** Takes the asynchronous calls that failed for good; for functions that are called so. */
  readonly dead?: Queue;
  /** Longest run; default 10 s, what a person waits for. */
  readonly timeout?: Duration;
  /** MiB; default 512. */
  readonly memory?: number;
  /** Whether it sends itself the next message, page after page. */
  readonly carriesOn?: boolean;
}

/** A Lambda function with its own execution role, log and alarm. */
export class PlatformFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: PlatformFunctionProps) {
    super(scope, id);
    const { name, assets, description, environment = {}, timeout = Duration.seconds(10) } = props;
    const services = regionServices(this);
    const logGroup = new LogGroup(this, 'Log', { retention: logRetention });
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: functionName(name),
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(assets.directory(name)),
      handler: 'index.handler',
      memorySize: props.memory ?? 512,
      timeout,
      environment,
      role: this.executionRole(props, logGroup).withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      ...(services.tracesFunctions ? { tracing: Tracing.ACTIVE } : {}),
      ...(props.carriesOn && services.guardsLoops ? { recursiveLoop: RecursiveLoop.ALLOW } : {}),
      ...(props.dead ? { deadLetterQueue: props.dead } : {}),
    });
    new Alarm(this, 'Errors', {
      alarmName: `${functionName(name)}-errors`,
      alarmDescription: `${functionName(name)} failed with an unhandled error: docs/runbooks/function-errors.md`,
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Every permission stands here or in `statements`; what constructs would grant by themselves is not taken. */
  private executionRole(props: PlatformFunctionProps, logGroup: LogGroup): Role {
    const assumes = (props.assumes ?? []).map((role) => this.assumption(role));
    const log = new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    const dead = props.dead ? [sendTo(props.dead)] : [];
    const traces = regionServices(this).tracesFunctions;
    const role = new Role(this, 'Role', {
      roleName: functionName(props.name),
      description: `Execution role of ${functionName(props.name)}`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        execution: new PolicyDocument({
          statements: [log, ...(traces ? [tracing] : []), ...assumes, ...dead, ...(props.statements ?? [])],
        }),
      },
    });
    if (traces)
      Validations.of(role).acknowledge({
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray offers no resource to name: AWS documents `*` as the only value.',
      });
    return role;
  }

  private assumption(role: DataRole): PolicyStatement {
    return new PolicyStatement({
      effect: Effect.ALLOW,
      actions: role === 'system' ? ['sts:AssumeRole'] : ['sts:AssumeRole', 'sts:TagSession'],
      resources: [roleArn(this, dataRoleName(role))],
    });
  }
}

/** What X-Ray's daemon in Lambda sends a trace with. */
const tracing = new PolicyStatement({
  effect: Effect.ALLOW,
  actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
  resources: ['*'],
});

const sendTo = (queue: Queue): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions: ['sqs:SendMessage'], resources: [queue.queueArn] });

/** The ARN of a data role under the name by which functions read it. */
export function dataRoleEnvironment(scope: Construct, ...roles: DataRole[]): Record<string, string> {
  return Object.fromEntries(
    roles.map((role) => [
      `${role.replace('-', '_').toUpperCase()}_ROLE_ARN`,
      roleArn(scope, dataRoleName(role)),
    ]),
  );
}
