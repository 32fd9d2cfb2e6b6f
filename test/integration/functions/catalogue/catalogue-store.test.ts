import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueServices } from '#functions/catalogue/app/ports.ts';
import { releaseVersion } from '#functions/catalogue/app/release-version.ts';
import { saveDraft } from '#functions/catalogue/app/save-draft.ts';
import { createCatalogueStore } from '#functions/catalogue/store/catalogue-store.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import { keys } from '#shared/table/keys.ts';
import { readCatalogue } from '#shared/table/read-catalogue.ts';
import { startSingleTable } from '#test/support/single-table.ts';

let table: Awaited<ReturnType<typeof startSingleTable>>;
beforeAll(async () => {
  table = await startSingleTable();
});
afterAll(() => table.stop());

const person = (city: string, id: string, role: string): Actor => ({
  personId: id,
  name: id,
  membershipId: id,
  tenant: `${city}/_city`,
  organisation: { id: `${city}-body`, name: '机构' },
  roles: [role],
  grantsVersion: 1,
});

const productsOf = (count: number, unitPriceFen = 12_050): CatalogueProduct[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `host-${i}`,
    name: `通用型云主机 第${i}型`,
    kind: 'host' as const,
    specification: '国产芯片和操作系统 8核 16GB内存 40GB系统盘 三副本',
    unit: '台',
    unitPriceFen,
    effectiveFrom: '2026-01-01',
  }));

/** Yancheng's rules hold for the one city of each test's own partition. */
const setup = async (today: string) => {
  const city = 'yancheng';
  const [drafter, leader] = [
    person(city, 'operator', 'city.cloud.operator'),
    person(city, 'leader', 'city.cloud.leader'),
  ];
  for (const { tenant, membershipId } of [drafter, leader])
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.membership(tenant, membershipId), state: 'active', grantsVersion: 1 },
      }),
    );
  let readUnits = 0;
  const counting: typeof table.client = Object.assign(Object.create(table.client), {
    send: async (command: { input: object }) => {
      const answer = (await table.client.send(command as PutCommand)) as object;
      const items =
        'Item' in answer
          ? [answer.Item]
          : 'Responses' in answer
            ? Object.values(answer.Responses as Record<string, unknown[]>).flat()
            : [];
      for (const item of items) readUnits += Math.ceil(Buffer.byteLength(JSON.stringify(item)) / 4096);
      return answer;
    },
  });
  const store = createCatalogueStore(table.client, table.name);
  const services: CatalogueServices = {
    store,
    clock: { now: () => new Date(`${today}T02:00:00.000Z`) },
    namesOf: async () => new Map(),
  };
  const publish = async (effectiveFrom: string, products: readonly CatalogueProduct[]) => {
    const { version } = (await store.load(city)).state;
    const asked = (actor: Actor, operation: string, expectedVersion: number, key?: string) => ({
      actor,
      operation,
      expectedVersion,
      request: { effectiveFrom },
      ...(key === undefined ? {} : { idempotencyKey: key }),
    });
    const saved = await saveDraft(services, asked(drafter, 'saveCatalogueDraft', version), {
      effectiveFrom,
      products: [...products],
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
    return releaseVersion(
      services,
      asked(leader, 'releaseCatalogueDraft', saved.value.version, `key-${effectiveFrom}`),
    );
  };
  return {
    publish,
    read: async (on: string, ids?: readonly string[]) => {
      readUnits = 0;
      const catalogue = await readCatalogue(counting, table.name, city, on, ids);
      return { catalogue, readUnits };
    },
  };
};

describe('pricing', () => {
  const ids = ['host-1', 'host-7', 'host-11', 'host-19', 'no-such-product'];

  it('costs as many read units in a catalogue of 2,000 products as in one of 40, and takes one version only', async () => {
    const { publish, read } = await setup('2026-11-22');
    await publish('2026-12-01', productsOf(40));
    const small = await read('2026-12-01', ids);
    const large = await publish('2027-01-01', productsOf(2000, 13_000));
    expect(large).toMatchObject({ ok: true, value: { label: 'yancheng-2027-01-01' } });
    const big = await read('2027-01-01', ids);
    expect(big.catalogue.products.map(({ id, unitPriceFen }) => [id, unitPriceFen])).toEqual(
      ['host-1', 'host-7', 'host-11', 'host-19'].map((id) => [id, 13_000]),
    );
    // One unit a line and one for the head, whatever the size; a bucket may run a little over 4 KB.
    expect(small.readUnits).toBeLessThanOrEqual(ids.length + 1);
    expect(big.readUnits).toBeLessThanOrEqual(ids.length + 2);
    const whole = await read('2027-01-01');
    expect(whole.catalogue.products.map(({ id }) => id)).toEqual(productsOf(2000).map(({ id }) => id));
  });

  it('keeps the price of a day: the version in force then, whatever was published for later', async () => {
    const { read } = await setup('2026-11-22');
    const priceOn = async (on: string) => (await read(on, ['host-1'])).catalogue.products[0]?.unitPriceFen;
    expect([await priceOn('2026-12-31'), await priceOn('2027-01-01')]).toEqual([12_050, 13_000]);
    expect((await read('2026-11-30')).catalogue).toEqual({ version: '0', filed: false, products: [] });
  });
});
