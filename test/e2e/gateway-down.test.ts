import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MessageView } from '#shared/contracts/messages.ts';
import { keys } from '#shared/table/keys.ts';
import { administratorTable } from '#test/support/administrator.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { createInspector } from '#test/support/inspect-case.ts';
import { awaitLink, receivedBy } from '#test/support/link-visit.ts';
import { messageTimes } from '#test/support/message-times.ts';

const system = sharedSystem();
const table = administratorTable(system);
const inspector = createInspector(() => system);
const times = messageTimes(system);
const Key = keys.messaging('yancheng');
const put = (Item: Record<string, unknown>) =>
  table.send(new PutCommand({ TableName: system.tableName, Item }));

let settings: Record<string, unknown>;
beforeAll(async () => {
  settings = (await table.send(new GetCommand({ TableName: system.tableName, Key }))).Item ?? {};
  const url = 'https://gateway.yunwangtong.invalid/';
  const message = { url, secret: 'x'.repeat(32) };
  await put({ ...Key, hosts: [{ host: 'gateway.yunwangtong.invalid' }], message });
});
afterAll(async () => {
  await put(settings);
  inspector.close();
  times.close();
  table.destroy();
});

it('while the gateway is down the inbox has the message; once it is back the phone gets it, once', async () => {
  const { clerk } = await countyCast(system, 'jianhu');
  const caseId = await sentForConfirmation(clerk);
  const cdo = await askerOf(system, 'jianhu-cdo');
  const inbox = async () =>
    (
      (await ask(system, cdo, 'GET', '/v1/messages?limit=100')).body as { items: readonly MessageView[] }
    ).items.filter((message) => message.caseId === caseId);
  const told = async () => (await receivedBy(system, 'jianhu-cdo')).filter(({ id }) => id.startsWith(caseId));
  const waits = async () => (await inspector.notices('yancheng/jianhu', caseId)).length;
  await awaitTrue('the inbox has it', async () => (await inbox()).length === 1);
  expect([await told(), await waits()]).toEqual([[], 1]);

  await put(settings);
  await awaitTrue('the sweep brings it', async () => {
    await inspector.ageMarkers();
    await times.sweep();
    return (await waits()) === 0;
  });
  await awaitLink(system, 'jianhu-cdo', caseId);
  expect([(await told()).length, (await inbox()).length]).toEqual([1, 1]);
});
