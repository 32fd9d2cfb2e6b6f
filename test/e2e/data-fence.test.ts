import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  ExecuteStatementCommand,
  GetCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseLists } from '#functions/cases/store/case-lists.ts';
import { createCaseStore } from '#functions/cases/store/case-store.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Key } from '#shared/table/keys.ts';
import { administratorTable } from '#test/support/administrator.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { people } from '#test/support/case-story.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { assumeDataRole, everyOperationOn, tableAs } from '#test/support/data-credentials.ts';
import { submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
const TableName = system.tableName;
/** The very clients that the functions use for each tenant, with nothing of the application in between. */
const fenced: Record<string, DynamoDBDocumentClient> = {};
const ownCase: Record<string, string> = {};
const scratch: Key[] = [];
beforeAll(async () => {
  fenced['dafeng'] = tableAs(
    system,
    await assumeDataRole(system, 'county', { city: 'yancheng', county: 'dafeng' }),
  );
  fenced['city'] = tableAs(system, await assumeDataRole(system, 'city', { city: 'yancheng' }));
  for (const county of ['dafeng', 'sheyang'])
    ownCase[county] = await submitted(await countyCast(system, county));
});
afterAll(async () => {
  const administrator = administratorTable(system);
  for (const Key of scratch) await administrator.send(new DeleteCommand({ TableName, Key }));
});

type Operation = keyof ReturnType<typeof everyOperationOn>;
const operations = Object.keys(everyOperationOn(TableName, 'T#x')) as Operation[];
/** What a tenant may do with its own: everything but delete. */
const onOwn = operations.filter((operation) => operation !== 'delete');
const reading: readonly Operation[] = ['get', 'query', 'batch get', 'transact get', 'condition check'];

const personOf = (who: string): DynamoDBDocumentClient => {
  const client = fenced[who];
  if (client === undefined) throw new Error(`nobody is called ${who}`);
  return client;
};
/** The commands differ in what they answer, which does not matter here. */
const send = (who: string, pk: string, operation: Operation): Promise<unknown> => {
  scratch.push({ pk, sk: 'SCRATCH' });
  return personOf(who).send(everyOperationOn(TableName, pk)[operation] as GetCommand);
};
const denied = { name: expect.stringMatching(/^AccessDenied/) };

describe('a county’s credentials', () => {
  const foreign: readonly string[] = [
    'T#yancheng/sheyang#C#sheyang.1',
    'T#yancheng/_city#C#_city.1',
    'T#yancheng/dafengx#C#1',
    'T#yancheng/dafeng',
    'T#yancheng/*#C#1',
    'T#kaifeng/dafeng#C#1',
    'R#kaifeng#CATALOGUE',
    'P#yancheng-provider#1',
    'L#secret',
    'S#SWEEP',
    'U#dafeng-clerk',
    'DELIVERY#2026-11-22#00',
  ];
  it.each(foreign.flatMap((pk) => operations.map((operation) => [operation, pk] as const)))(
    'are denied %s on %s',
    async (operation, pk) => {
      await expect(send('dafeng', pk, operation)).rejects.toMatchObject(denied);
    },
  );

  it.each(onOwn)('allow %s on its own keys', async (operation) => {
    await send('dafeng', 'T#yancheng/dafeng#SCRATCH', operation);
  });

  it('delete nothing, not even their own', async () => {
    await expect(send('dafeng', 'T#yancheng/dafeng#SCRATCH', 'delete')).rejects.toMatchObject(denied);
  });

  it.each(operations)('allow %s on the city’s reference only if it reads', async (operation) => {
    const run = send('dafeng', 'R#yancheng#SCRATCH', operation);
    if (reading.includes(operation)) await run;
    else await expect(run).rejects.toMatchObject(denied);
  });

  it('are denied what names no key, and batches in which one key is foreign', async () => {
    const dafeng = personOf('dafeng');
    const own = { pk: 'T#yancheng/dafeng#SCRATCH', sk: '1' };
    const other = { pk: 'T#yancheng/sheyang#SCRATCH', sk: '1' };
    scratch.push(own, other);
    await expect(dafeng.send(new ScanCommand({ TableName }))).rejects.toMatchObject(denied);
    await expect(dafeng.send(new ScanCommand({ TableName, IndexName: 'lookup' }))).rejects.toMatchObject(
      denied,
    );
    await expect(
      dafeng.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM "${TableName}"` })),
    ).rejects.toMatchObject(denied);
    await expect(
      dafeng.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [own, other] } } })),
    ).rejects.toMatchObject(denied);
    await expect(
      dafeng.send(new BatchWriteCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: own } }] } })),
    ).rejects.toMatchObject(denied);
    await expect(
      dafeng.send(
        new TransactWriteCommand({
          TransactItems: [own, other].map((Item) => ({ Put: { TableName, Item } })),
        }),
      ),
    ).rejects.toMatchObject(denied);
    expect((await dafeng.send(new GetCommand({ TableName, Key: own }))).Item).toBeUndefined();
  });

  it('stop the application’s own stores, whatever they are asked for', async () => {
    const stores = {
      cases: createCaseStore(personOf('dafeng'), TableName),
      lists: createCaseLists(personOf('dafeng'), TableName),
    };
    const ref = (county: string) => ({
      tenant: `yancheng/${county}` as TenantId,
      caseId: ownCase[county] ?? '',
    });
    const own = await stores.cases.load(ref('dafeng'));
    expect(own?.state.round).toBe(1);
    const foreign = ref('sheyang');
    const section = { section: 'plan', version: 2, content: {}, savedBy: people.clerk };
    for (const call of [
      () => stores.cases.load(foreign),
      () => stores.cases.loadSections(foreign),
      () => stores.cases.loadFrozen(foreign, 1),
      () => stores.cases.loadAssessments(foreign),
      () => stores.cases.listEntries(foreign, 0, 10),
      () => stores.cases.saveSection(foreign, section, 1),
      () => stores.lists.listByTenant('yancheng/sheyang', undefined, 10),
      () => stores.lists.listByOrganisation('yancheng/sheyang', 'sheyang-health', undefined, 10),
      () =>
        stores.lists.listWork({ tenant: 'yancheng/sheyang', role: 'county.cloud.reviewer' }, undefined, 10),
      () => stores.lists.listWork({ tenant: 'yancheng/_city', role: 'city.cloud.operator' }, undefined, 10),
      () => stores.lists.readWork([{ ref: foreign, taskId: '2-0', openedAt: '', position: 'x' }]),
    ])
      await expect(call(), call.toString()).rejects.toMatchObject(denied);
  });
});

describe('a city’s credentials', () => {
  it.each(onOwn)('allow %s on its counties’ keys and are denied it on another city’s', async (operation) => {
    await send('city', 'T#yancheng/sheyang#SCRATCH', operation);
    for (const pk of [
      'T#kaifeng/_city#1',
      'T#yanchengx/dafeng#1',
      'T#yancheng',
      'U#yancheng-operator',
      'S#SWEEP',
    ])
      await expect(send('city', pk, operation)).rejects.toMatchObject(denied);
  });
});

describe('roles', () => {
  it('take no wildcard for a tenant, and fence everything off without their tags', async () => {
    for (const wild of ['*', 'dafeng*', '?afeng'])
      await expect(
        assumeDataRole(system, 'county', { city: 'yancheng', county: wild }),
      ).rejects.toMatchObject({
        name: expect.stringContaining('Validation'),
      });
    const untagged = tableAs(system, await assumeDataRole(system, 'county', { city: 'yancheng' }));
    for (const pk of ['T#yancheng/dafeng#SCRATCH', 'T#yancheng/#SCRATCH', 'T#yancheng/'])
      await expect(untagged.send(new GetCommand({ TableName, Key: { pk, sk: '1' } }))).rejects.toMatchObject(
        denied,
      );
  });

  it('are not assumed by one another', async () => {
    const county = await assumeDataRole(system, 'county', { city: 'yancheng', county: 'dafeng' });
    for (const role of ['county', 'city', 'system'])
      await expect(
        assumeDataRole(
          system,
          role,
          role === 'system' ? {} : { city: 'yancheng', county: 'sheyang' },
          county,
        ),
      ).rejects.toMatchObject(denied);
  });
});
