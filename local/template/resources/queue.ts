import { z } from 'zod';
import { arnOf, byName, defineKind, inert } from '../resource-kind.ts';

/** AWS::SQS::Queue, standard queues only. */
export const queueKind = defineKind({
  type: 'AWS::SQS::Queue',
  nameProperty: 'QueueName',
  ref: ({ awsEndpoint, account, name }) => `${awsEndpoint}/${account}/${name}`,
  attributes: {
    Arn: (queue) => arnOf(queue, 'sqs', queue.name),
    QueueName: byName,
    QueueUrl: ({ awsEndpoint, account, name }) => `${awsEndpoint}/${account}/${name}`,
  },
  properties: z.strictObject({
    QueueName: z.string().optional(),
    VisibilityTimeout: z.int().default(30),
    RedrivePolicy: z
      .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int() })
      .optional(),
    // Inert here: messages are kept until handled, on one disk.
    MessageRetentionPeriod: inert,
    SqsManagedSseEnabled: inert,
    KmsMasterKeyId: inert,
    RedriveAllowPolicy: inert,
    Tags: inert,
  }),
});
