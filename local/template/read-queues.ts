import type { QueueSource } from '../queues/deliver-messages.ts';
import type { Queue } from '../queues/message-store.ts';
import type { OpenTemplates } from './open-template.ts';
import { arnOf } from './resource-kind.ts';
import { mappingKind } from './resources/event-source-mapping.ts';
import { queueKind } from './resources/queue.ts';

export function readQueues(templates: OpenTemplates): Queue[] {
  return templates.find(queueKind).map((queue) => {
    const redrive = queue.properties.RedrivePolicy;
    return {
      name: queue.name,
      url: queue.ref,
      arn: arnOf(queue, 'sqs', queue.name),
      visibilitySeconds: queue.properties.VisibilityTimeout,
      ...(redrive && {
        deadLetter: { arn: redrive.deadLetterTargetArn, maxReceive: redrive.maxReceiveCount },
      }),
    };
  });
}

export function readQueueSources(templates: OpenTemplates): QueueSource[] {
  return templates
    .find(mappingKind)
    .filter(({ properties }) => properties.EventSourceArn.split(':')[2] === 'sqs')
    .map(({ logicalId, properties }) => {
      if (properties.FilterCriteria !== undefined)
        throw new Error(`${logicalId}: filters on queues are not supported`);
      return {
        queueArn: properties.EventSourceArn,
        functionName: properties.FunctionName,
        batchSize: properties.BatchSize ?? 10,
        partial: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      };
    });
}
