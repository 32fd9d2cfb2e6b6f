/**
 * Resource types that change nothing observable on one machine and are left out knowingly. Anything else that is
 * not simulated refuses the template.
 */
export const inertTypes: ReadonlySet<string> = new Set([
  // CDK's own bookkeeping.
  'AWS::CDK::Metadata',
  // Watching and alerting: nobody is paged by the embedded runtime.
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Logs::MetricFilter',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  // Who outside a role may send: the runtime's parts call each other directly, callers go by their roles.
  'AWS::SQS::QueuePolicy',
]);
