import { z } from 'zod';
import { arnOf, byName, defineKind } from '../resource-kind.ts';

/** Resources that do nothing here but are referred to by their names: log groups and alert topics. */
export const logGroupKind = defineKind({
  type: 'AWS::Logs::LogGroup',
  nameProperty: 'LogGroupName',
  ref: byName,
  attributes: { Arn: (group) => arnOf(group, 'logs', `log-group:${group.name}:*`) },
  properties: z.unknown(),
});

export const topicKind = defineKind({
  type: 'AWS::SNS::Topic',
  nameProperty: 'TopicName',
  ref: (topic) => arnOf(topic, 'sns', topic.name),
  attributes: { TopicArn: (topic) => arnOf(topic, 'sns', topic.name), TopicName: byName },
  properties: z.unknown(),
});
