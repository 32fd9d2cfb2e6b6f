import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

const deadSuffix = '-dead';
/** Long enough to move a batch, short enough that a run that died can be repeated soon. */
const hiddenSeconds = 60;

const urlOf = async (client: Pick<SQSClient, 'send'>, QueueName: string): Promise<string> => {
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
  if (QueueUrl === undefined) throw new Error(`没有队列 ${QueueName}`);
  return QueueUrl;
};

async function* messagesOf(client: Pick<SQSClient, 'send'>, QueueUrl: string): AsyncGenerator<Message> {
  for (;;) {
    const batch = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: hiddenSeconds,
      WaitTimeSeconds: 1,
    });
    const { Messages = [] } = await client.send(batch);
    if (Messages.length === 0) return;
    yield* Messages;
  }
}

/**
 * Empties a dead-letter queue: each message goes back to the queue it came from and only then leaves the dead one, so that a
 * run that dies sends at worst one of them twice, which every consumer bears. `discard`: they go nowhere.
 * @returns what was done, in Chinese
 */
export const redrive = async (
  client: Pick<SQSClient, 'send'>,
  deadName: string,
  discard: boolean,
): Promise<string> => {
  if (!deadName.endsWith(deadSuffix))
    throw new Error(`${deadName || '（空）'} 不是死信队列：名称应以 ${deadSuffix} 结尾。`);
  const dead = await urlOf(client, deadName);
  const source = discard ? undefined : deadName.slice(0, -deadSuffix.length);
  const target = source && (await urlOf(client, source).catch(() => undefined));
  if (!discard && target === undefined)
    throw new Error(`${deadName} 没有来源队列，其中的消息不能送回；核对后用 --discard 清空。`);
  let count = 0;
  for await (const { Body = '', ReceiptHandle } of messagesOf(client, dead)) {
    if (target !== undefined)
      await client.send(new SendMessageCommand({ QueueUrl: target, MessageBody: Body }));
    await client.send(new DeleteMessageCommand({ QueueUrl: dead, ReceiptHandle }));
    count += 1;
  }
  return target === undefined
    ? `已清空 ${deadName}，共 ${count} 条。`
    : `已把 ${count} 条消息送回 ${source}。`;
};
