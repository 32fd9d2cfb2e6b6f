import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { keys } from '#shared/table/keys.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { submitted } from '#test/support/file-application.ts';
import { inspectTable } from '#test/support/inspect-table.ts';
import { act, done, toldOf } from '#test/support/play-verbs.ts';
import { runAdmin } from '#test/support/run-admin.ts';
import { memberOf } from '#test/support/verb-desk.ts';

const system = sharedSystem();
const tenant = 'yancheng/dongtai';
const queues = new SQSClient({
  endpoint: system.awsEndpoint,
  region: system.region,
  credentials: system.administrator,
});
afterAll(() => queues.destroy());

const urlOf = async (QueueName: string) =>
  (await queues.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;
const waitingIn = async (name: string): Promise<number> => {
  const QueueUrl = await urlOf(name);
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  return (
    Number(Attributes?.['ApproximateNumberOfMessages']) +
    Number(Attributes?.['ApproximateNumberOfMessagesNotVisible'])
  );
};
const put = async (name: string, body: object) =>
  queues.send(new SendMessageCommand({ QueueUrl: await urlOf(name), MessageBody: JSON.stringify(body) }));

const redrive = (...args: string[]) => runAdmin(system, 'redrive', ...args);

const control = (path: string, body: unknown) =>
  fetch(`${system.baseUrl}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) });

describe('a notice that died', () => {
  it('is told once it is sent back, and only once when it is sent back twice', async () => {
    const table = inspectTable(system);
    const [cast, clerk, reviewer] = await Promise.all([
      countyCast(system, 'dongtai'),
      memberOf(system, 'dongtai-clerk'),
      memberOf(system, 'dongtai-reviewer'),
    ]);
    const caseId = await submitted(cast);
    const told = () => toldOf(system, reviewer, caseId);
    await control('streams', { enabled: false });
    try {
      done(await act(system, clerk, caseId, 'urges'));
      const head = (await table.get(keys.caseHeader(tenant, caseId)))?.['head'] as
        | { seq: number }
        | undefined;
      const notice = keys.caseNotice(tenant, caseId, head?.seq ?? 0);
      expect(await table.get(notice)).toBeDefined();
      expect(await told()).not.toContain('task.urged');
      for (const time of ['first', 'again']) {
        await put('yunwangtong-notify-dead', notice);
        const sent = await redrive('yunwangtong-notify-dead');
        expect([time, sent.output]).toEqual([
          time,
          expect.stringContaining('已把 1 条消息送回 yunwangtong-notify。'),
        ]);
        await awaitTrue('it is consumed', async () => (await waitingIn('yunwangtong-notify')) === 0);
        expect(await waitingIn('yunwangtong-notify-dead')).toBe(0);
        expect((await told()).filter((event) => event === 'task.urged')).toHaveLength(1);
      }
    } finally {
      await control('streams', { enabled: true });
    }
  });

  it('is sent back by nobody from a queue that has no source; such reports are discarded on demand', async () => {
    await put('yunwangtong-case-stream-dead', { report: 1 });
    const refused = await redrive('yunwangtong-case-stream-dead');
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain('--discard');
    expect(await waitingIn('yunwangtong-case-stream-dead')).toBe(1);
    const discarded = await redrive('yunwangtong-case-stream-dead', '--discard');
    expect(discarded.output).toContain('已清空 yunwangtong-case-stream-dead，共 1 条。');
    expect(await waitingIn('yunwangtong-case-stream-dead')).toBe(0);
  });
});
