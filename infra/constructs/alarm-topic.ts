import { Aws, CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';

/** CloudFormation's own check takes no empty text for an action. */
const nobody = 'none';

/**
 * Every alarm of a stack tells the topic that the deployment names by `AlarmTopicArn`, and nobody where it names none. To
 * be called when the stack is whole.
 */
export function tellAlarmTopic(stack: Stack): void {
  const topic = new CfnParameter(stack, 'AlarmTopicArn', {
    type: 'String',
    default: nobody,
    allowedPattern: '^(none|arn:aws(-cn)?:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+)$',
    constraintDescription: 'must be the ARN of an SNS topic, or none',
    description:
      'SNS topic that tells the duty officer of every alarm; none: alarms show in CloudWatch alone',
  });
  const told = new CfnCondition(stack, 'AlarmTopicGiven', {
    expression: Fn.conditionNot(Fn.conditionEquals(topic.valueAsString, nobody)),
  });
  const action = Fn.conditionIf(told.logicalId, topic.valueAsString, Aws.NO_VALUE).toString();
  for (const alarm of stack.node.findAll().filter((node) => node instanceof CfnAlarm))
    alarm.alarmActions = [action];
}
