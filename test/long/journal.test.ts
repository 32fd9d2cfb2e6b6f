import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, playWithCorrection } from '#examples/play-application.ts';
import type { JournalEntryView } from '#shared/contracts/case-journal.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { keys } from '#shared/table/keys.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { administratorTable } from '#test/support/administrator.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast, writtenApplication } from '#test/support/county-cast.ts';

const system = sharedSystem();
const tenant: TenantId = 'yancheng/yannan';
const TableName = system.tableName;
let table: DynamoDBDocumentClient;
let cast: Cast;
let caseId: string;
let length: number;
beforeAll(async () => {
  table = administratorTable(system);
  cast = await countyCast(system, 'yannan');
  ({ caseId } = await playWithCorrection(cast, writtenApplication(), () => {}));
  length = (await entriesOf()).length;
});
afterAll(() => table.destroy());

type Item = Record<string, unknown>;

const entriesOf = async (): Promise<Item[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :ev)',
      ExpressionAttributeValues: { ':pk': keys.casePartition(tenant, caseId), ':ev': 'EV#' },
    }),
  );
  return Items;
};

const verify = async (person = cast.clerk) =>
  (await person.call('GET', `/v1/cases/${caseId}/journal/verification`)).body;

/** Does something to the table that nobody may do, looks, and puts everything back. */
const afterTampering = async (tamper: () => Promise<unknown>) => {
  const [before, header] = [await entriesOf(), await headerItem()];
  try {
    await tamper();
    return await verify();
  } finally {
    for (const { pk, sk } of await entriesOf())
      await table.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
    for (const Item of [...before, header]) await table.send(new PutCommand({ TableName, Item }));
  }
};

const headerItem = async (): Promise<Item> => {
  const { pk, sk } = keys.caseHeader(tenant, caseId);
  const { Items } = await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
    }),
  );
  return Items?.[0] ?? {};
};

const change = (seq: number, expression: string, values: Item) =>
  table.send(
    new UpdateCommand({
      TableName,
      Key: keys.caseEntry(tenant, caseId, seq),
      UpdateExpression: `SET ${expression}`,
      ExpressionAttributeNames: { '#content': 'content', '#at': 'at' },
      ExpressionAttributeValues: values,
    }),
  );
const remove = (seq: number) =>
  table.send(new DeleteCommand({ TableName, Key: keys.caseEntry(tenant, caseId, seq) }));

describe('the chain', () => {
  it('verifies for everybody who may see the case', async () => {
    for (const person of Object.values(cast)) {
      const told = await verify(person);
      expect(told).toMatchObject({ intact: true, entries: length });
      expect(told).not.toHaveProperty('firstBroken');
    }
  });

  it('names an entry that was altered', async () => {
    const told = await afterTampering(() =>
      change(3, '#content.#at = :at', { ':at': '2020-01-01T00:00:00.000Z' }),
    );
    expect(told).toMatchObject({ intact: false, firstBroken: { seq: 3, reason: 'altered' } });
  });

  it('names an entry whose content is no longer one at all', async () => {
    const told = await afterTampering(() =>
      table.send(
        new PutCommand({ TableName, Item: { ...keys.caseEntry(tenant, caseId, 4), content: 'nothing' } }),
      ),
    );
    expect(told).toMatchObject({ intact: false, firstBroken: { seq: 4 } });
  });

  it('names the middle that is missing, and every tail that is', async () => {
    expect(await afterTampering(() => remove(2))).toMatchObject({
      intact: false,
      firstBroken: { seq: 2, reason: 'missing' },
    });
    expect(await afterTampering(() => remove(1))).toMatchObject({
      intact: false,
      firstBroken: { seq: 1, reason: 'missing' },
    });
    expect(await afterTampering(() => remove(length))).toMatchObject({
      intact: false,
      entries: length - 1,
      firstBroken: { seq: length, reason: 'missing' },
    });
    const tail = () => Promise.all([length - 2, length - 1, length].map(remove));
    expect(await afterTampering(tail)).toMatchObject({ firstBroken: { seq: length - 2, reason: 'missing' } });
  });

  it('names what was added behind its head, and two entries that changed places', async () => {
    const entries = await entriesOf();
    const [second, third] = [entries[1], entries[2]];
    const added = () =>
      table.send(
        new PutCommand({
          TableName,
          Item: { ...entries.at(-1), ...keys.caseEntry(tenant, caseId, length + 1) },
        }),
      );
    expect(await afterTampering(added)).toMatchObject({ intact: false, firstBroken: { seq: length + 1 } });
    const swapped = async () => {
      await table.send(new PutCommand({ TableName, Item: { ...third, sk: second?.['sk'] } }));
      await table.send(new PutCommand({ TableName, Item: { ...second, sk: third?.['sk'] } }));
    };
    expect(await afterTampering(swapped)).toMatchObject({ intact: false, firstBroken: { seq: 2 } });
  });

  it('stands again when everything is back', async () => {
    expect(await verify()).toMatchObject({ intact: true, entries: length });
  });
});

describe('what it keeps', () => {
  it('is ids and digests: no name, phone number, address, opinion or place of anybody', async () => {
    const kept = JSON.stringify((await entriesOf()).map(({ content }) => content));
    const { sections } = await cast.clerk.view(caseId);
    const contacts = sections.find(({ section }) => section === 'contacts')?.content['people'] as Record<
      string,
      string
    >[];
    const personal = contacts.flatMap(({ name, phone, email }) => [name, phone, email]);
    const people = demoPeople
      .filter(({ tenant: at }) => at === tenant || at === 'yancheng/_city')
      .map(({ name }) => name);
    const opinions = (await cast.clerk.view(caseId)).tasks.flatMap(({ decision }) => decision?.opinion ?? []);
    expect(personal).toHaveLength(12);
    expect(opinions.length).toBeGreaterThan(3);
    for (const secret of [...personal, ...people, ...opinions, '13905110023'])
      expect(kept).not.toContain(secret);
    expect(kept).not.toMatch(/\p{Script=Han}|(?<!\w)1[3-9]\d{9}(?!\w)|@/u);
  });

  it('is told in Chinese, oldest first, with who did it, in pages that join', async () => {
    const all: JournalEntryView[] = [];
    let cursor: string | undefined;
    do {
      const page = await cast.clerk.call<{ items: JournalEntryView[]; nextCursor?: string }>(
        'GET',
        `/v1/cases/${caseId}/journal?limit=3${cursor === undefined ? '' : `&cursor=${cursor}`}`,
      );
      all.push(...page.body.items);
      cursor = page.body.nextCursor;
    } while (cursor !== undefined);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length }, (_, index) => index + 1));
    expect(all[0]).toMatchObject({
      text: '新建申请草稿',
      via: '平台办理',
      actor: { roleLabel: '使用部门经办' },
    });
    expect(all.at(-1)).toMatchObject({ text: '办结', via: '系统流转' });
    expect(all.map(({ text }) => text).join('\n')).toMatch(/退回补正[\s\S]*重新送审[\s\S]*第 2 轮/);
  });
});
