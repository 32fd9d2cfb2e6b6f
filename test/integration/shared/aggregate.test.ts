import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Door, passDoor, passDoorAnew } from '#shared/aggregate/pass-door.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { findChainBreak } from '#shared/kernel/journal-chain.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { keys } from '#shared/table/keys.ts';
import { queryPrefix } from '#shared/table/read-all.ts';
import { startSingleTable } from '#test/support/single-table.ts';

/** A shelf of boxes: each box is a part of its own. */
interface Shelf {
  readonly owner: string;
  readonly boxes: Readonly<Record<string, number>>;
}
interface Ref {
  readonly tenant: TenantId;
  readonly id: string;
}
type Event =
  | { readonly type: 'Built'; readonly owner: string }
  | { readonly type: 'Filled'; readonly box: string; readonly by: number };

const box = z.object({ count: z.int() });
const shape: AggregateShape<Ref, Shelf> = {
  partitionOf: ({ tenant, id }) => `T#${tenant}#SHELF#${id}`,
  idOf: ({ id }) => id,
  split: ({ owner, boxes }) => ({
    header: { owner },
    parts: Object.fromEntries(Object.entries(boxes).map(([name, count]) => [name, { count }])),
  }),
  join: (header, parts) => ({
    owner: z.object({ owner: z.string() }).parse(header).owner,
    boxes: Object.fromEntries([...parts].map(([name, item]) => [name, box.parse(item).count])),
  }),
  rowsOf: () => ({}),
};

const actor: Actor = {
  personId: 'p',
  name: '其人',
  membershipId: 'm',
  tenant: 'yancheng/dafeng',
  organisation: { id: 'o', name: '单位' },
  roles: [],
  grantsVersion: 1,
};
const at = '2026-07-06T01:00:00.000Z';

let table: Awaited<ReturnType<typeof startSingleTable>>;
beforeAll(async () => {
  table = await startSingleTable();
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: { ...keys.membership(actor.tenant, actor.membershipId), state: 'active', grantsVersion: 1 },
    }),
  );
});
afterAll(() => table.stop());

let shelves = 0;
const setup = async () => {
  shelves += 1;
  const ref: Ref = { tenant: 'yancheng/dafeng', id: `s${shelves}` };
  const store = createAggregateStore(table.client, table.name, shape);
  const door: Door<Ref, Shelf, Event, { version: number }> = {
    store,
    rules: {
      evolve: (state, event) => {
        if (event.type === 'Built') return { owner: event.owner, boxes: {} };
        if (!state) throw new Error('no shelf');
        return { ...state, boxes: { ...state.boxes, [event.box]: (state.boxes[event.box] ?? 0) + event.by } };
      },
      effectsOf: (events) =>
        events.filter(({ type }) => type === 'Filled').map(() => ({ kind: 'shelf.filled' })),
      kept: (event) => (event.type === 'Filled' ? { box: event.box } : {}),
    },
    unknown: { code: 'not-found', detail: '没有。' },
    moved: () => ({ code: 'case-moved', detail: '请刷新。' }),
    answer: (_state, version) => ({ version }),
    newSalt: () => 'salt',
  };
  const asked = (key: string, request: unknown = {}) => ({
    actor,
    operation: 'fill',
    idempotencyKey: `${ref.id}-${key}`,
    request,
  });
  const build = (key: string) =>
    passDoorAnew(door, {
      ref,
      asked: asked(key),
      at,
      decide: async () =>
        (await store.load(ref))
          ? refuse<Refusal>({ code: 'case-moved', detail: '已经有了。' })
          : accept([{ type: 'Built', owner: 'o' }]),
      taken: door.unknown,
    });
  const built = await build('build-1');
  const fill = (key: string, expectedVersion: number, name = 'a', by = 1) =>
    passDoor(door, {
      ref,
      asked: asked(key, { name, by }),
      expectedVersion,
      at,
      maySee: () => true,
      decide: async () =>
        by > 0
          ? accept([{ type: 'Filled', box: name, by }])
          : refuse({ code: 'decision-invalid', detail: '至少一件。' }),
    });
  const skOf = async (prefix: string) =>
    (await queryPrefix(table.client, table.name, shape.partitionOf(ref), prefix)).map(({ sk }) => String(sk));
  return { ref, store, door, asked, built, build, fill, skOf };
};

describe('the door of a process', () => {
  it('writes state, entry and marker together, at the version that the person saw', async () => {
    const { store, ref, fill, skOf, built } = await setup();
    expect(built).toEqual(accept({ version: 1 }));
    expect(await fill('fill-one', 1)).toEqual(accept({ version: 2 }));
    expect(await store.load(ref)).toMatchObject({ version: 2, state: { boxes: { a: 1 } } });
    expect(await skOf('EV#')).toEqual(['EV#000001', 'EV#000002']);
    expect(await skOf('DEL#')).toEqual(['DEL#L#000002.0']);
  });

  it('gives the first answer to what began it, though what it wrote would now be refused', async () => {
    const { build } = await setup();
    expect(await build('build-1')).toEqual(accept({ version: 1 }));
    expect(await build('build-2')).toMatchObject({ refusal: { code: 'case-moved' } });
  });

  it('gives the first answer again, and refuses another request under its key', async () => {
    const { fill, store, ref } = await setup();
    const first = await fill('fill-one', 1);
    expect(await fill('fill-one', 1)).toEqual(first);
    expect(await fill('fill-one', 1, 'b')).toMatchObject({ refusal: { code: 'idempotency-key-reused' } });
    expect((await store.load(ref))?.state.boxes).toEqual({ a: 1 });
  });

  it('lets one of twenty at once through and tells the others', async () => {
    const { fill, store, ref } = await setup();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => fill(`fill-at-once-${i}`, 1)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('case-moved');
    expect((await store.load(ref))?.version).toBe(2);
  });

  it('writes nothing for a refusal, nor for somebody whose post has changed', async () => {
    const { fill, store, ref } = await setup();
    expect(await fill('fill-none', 1, 'a', 0)).toMatchObject({ refusal: { code: 'decision-invalid' } });
    const grants = (version: number) =>
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.membership(actor.tenant, actor.membershipId),
          UpdateExpression: 'SET grantsVersion = :v',
          ExpressionAttributeValues: { ':v': version },
        }),
      );
    await grants(2);
    expect(await fill('fill-late', 1)).toMatchObject({ refusal: { code: 'membership-changed' } });
    await grants(1);
    expect((await store.load(ref))?.version).toBe(1);
  });

  it('keeps a journal whose chain holds, and touches only the parts that changed', async () => {
    const { fill, store, ref } = await setup();
    await fill('fill-one', 1, 'a');
    await fill('fill-two', 2, 'b');
    const loaded = await store.load(ref);
    const entries = await store.listEntries(ref, 0, 100);
    expect(findChainBreak(entries, loaded?.head ?? { seq: 0, hash: '' })).toBeUndefined();
    expect(entries[2]?.content['events']).toEqual([{ type: 'Filled', box: 'b' }]);
    expect(loaded?.state.boxes).toEqual({ a: 1, b: 1 });
  });

  it('decides again for the system after each race, and writes nothing where nothing is left', async () => {
    const { door, ref, store } = await setup();
    const upTo = (wanted: number) =>
      passSystemDoor(door.rules, store, {
        ref,
        at,
        newSalt: () => 'salt',
        decide: (loaded): readonly Event[] => {
          const missing = wanted - (loaded?.state.boxes['a'] ?? 0);
          return missing > 0 ? [{ type: 'Filled', box: 'a', by: missing }] : [];
        },
      });
    await Promise.all([upTo(3), upTo(3), upTo(3), upTo(3)]);
    expect(await store.load(ref)).toMatchObject({ version: 2, state: { boxes: { a: 3 } } });
  });
});
