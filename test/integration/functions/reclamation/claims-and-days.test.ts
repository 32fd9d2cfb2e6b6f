import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepDue } from '#functions/cases/app/sweep-due.ts';
import { createDueStore } from '#functions/cases/store/due-store.ts';
import { carryEffect, type EffectKey } from '#functions/lifecycle/app/carry-effect.ts';
import { caseNotices } from '#functions/lifecycle/store/case-notices.ts';
import { createEffectStore } from '#functions/lifecycle/store/effect-store.ts';
import { createNoticeStore } from '#functions/notify/store/notice-store.ts';
import { openFor } from '#functions/reclamation/app/open-reclamation.ts';
import type { Claims } from '#functions/reclamation/domain/claims.ts';
import { createClaimStore } from '#functions/reclamation/store/claim-store.ts';
import { reclamationShape } from '#functions/reclamation/store/reclamation-shape.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { markerKindOf } from '#shared/table/markers.ts';
import { rectificationSetup } from '#test/support/rectification-setup.ts';
import { startSingleTable } from '#test/support/single-table.ts';

let table: Awaited<ReturnType<typeof startSingleTable>>;
beforeAll(async () => {
  table = await startSingleTable();
});
afterAll(() => table.stop());

const tenant: TenantId = 'yancheng/dafeng';
const decision = {
  at: '2026-03-02T02:00:00.000Z',
  by: { tenant, membership: 'leader' },
  reason: '遭入侵。',
};
const closing = { caseId: 'dafeng.0', decision, ruleVersion: 'yancheng-2026-04-27' };

/** Openings of one system of two hosts, on the table; the registry stays in memory. */
const setup = (systemId: string) => {
  const { client, name } = table;
  const { services } = rectificationSetup(tenant);
  const claims = createClaimStore(client, name);
  const now = new Date(decision.at);
  const stored = {
    ...services,
    claims,
    opening: (seen: () => Claims | undefined) =>
      createAggregateStore(client, name, reclamationShape({ seen })),
    clock: { now: () => now },
  };
  const reclamations = createAggregateStore(client, name, reclamationShape());
  const ref = (reclamationId: string) => ({ tenant, reclamationId });
  return {
    claims,
    reclamations,
    open: (reclamationId: string, resourceIds?: readonly string[]) =>
      openFor(stored, {
        ...{ tenant, reclamationId, systemId, cause: 'security', decision },
        ...(resourceIds ? { resourceIds } : {}),
      }),
    taken: async (reclamationId: string) =>
      (await reclamations.load(ref(reclamationId)))?.state.resources.map(({ resourceId }) => resourceId) ??
      [],
    markers: async (reclamationId: string): Promise<EffectKey[]> => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :marker)',
          ExpressionAttributeValues: { ':pk': `T#${tenant}#RC#${reclamationId}`, ':marker': 'DEL#L#' },
        }),
      );
      return Items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    },
  };
};

describe('openings of one system at the same moment', () => {
  it('never take a resource twice, whoever comes first', async () => {
    const { open, taken } = setup('dafeng.a');
    const ids = ['dafeng.a1', 'dafeng.a2', 'dafeng.a3'];
    await Promise.all(ids.map((id) => open(id)));
    const all = (await Promise.all(ids.map(taken))).flat();
    expect(all).toHaveLength(2);
    expect(new Set(all).size).toBe(2);
  });

  it('opened again is the same, and the claim is kept once', async () => {
    const { open, claims } = setup('dafeng.b');
    expect(await open('dafeng.b1')).toBe(true);
    expect(await open('dafeng.b1')).toBe(true);
    expect(await claims.of({ tenant, systemId: 'dafeng.b' })).toMatchObject({ revision: 1 });
    expect(await open('dafeng.b2'), 'nothing is left for another').toBe(false);
  });

  it('know that the system is being shut down, by the newest approval in whatever order they are told', async () => {
    const { open, claims } = setup('dafeng.c');
    const system = { tenant, systemId: 'dafeng.c' };
    await claims.close(system, closing);
    await open('dafeng.c1');
    const anew = {
      ...closing,
      caseId: 'dafeng.other',
      decision: { ...decision, at: '2026-05-02T02:00:00.000Z' },
    };
    for (const told of [anew, closing, anew]) await claims.close(system, told);
    const { closing: kept, claimed, revision } = await claims.of(system);
    expect([kept, Object.keys(claimed), revision]).toEqual([
      { ...anew, since: decision.at },
      ['dafeng.c1'],
      3,
    ]);
  });
});

it('what became of a case is told of beside it, under the same id however often it is asked', async () => {
  const tell = caseNotices(table.client, table.name);
  const notice = {
    event: 'order.unopened',
    holders: [{ tenant, role: 'department.clerk', organisation: 'health' }],
    facts: { organisation: '卫健委', systemName: '某平台', outcome: '系统已经关停' },
    page: '/cases/dafeng.7',
  };
  for (let times = 0; times < 2; times += 1) await tell({ tenant, caseId: 'dafeng.7' }, 'unopened', notice);
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `T#${tenant}#C#dafeng.7` },
    }),
  );
  expect(Items.map(({ sk }) => sk)).toEqual(['DEL#N#unopened']);
  const [{ pk, sk }] = Items as [{ pk: string; sk: string }];
  expect(markerKindOf({ sk })).toBe('notice');
  expect(await createNoticeStore(table.client, table.name).load({ pk, sk })).toMatchObject({
    ...notice,
    ...{ kind: 'process', id: 'dafeng.7#unopened' },
  });
});

it('an effect that waits lies among what is due on its day, is brought by the sweep, and is cleared once carried', async () => {
  const { open, markers } = setup('dafeng.d');
  await open('dafeng.d1');
  const { client, name } = table;
  const effects = createEffectStore(client, name);
  let now = new Date('2026-03-02T02:00:00.000Z');
  const clock = { now: () => now };
  const seen: string[] = [];
  const handlers = Object.fromEntries(
    ['reclamation.start', 'reclamation.restoreEnded'].map((kind) => [
      kind,
      async () => {
        seen.push(kind);
      },
    ]),
  );
  const carryAll = async (keys: readonly EffectKey[]) => {
    for (const key of keys) await carryEffect({ effects, clock }, handlers, key);
  };
  await carryAll(await markers('dafeng.d1'));
  expect(seen).toEqual(['reclamation.start']);
  const sweep = async () => {
    const swept: EffectKey[] = [];
    const queue = (taken: EffectKey[]) => ({
      forward: async (keys: readonly EffectKey[]) => {
        taken.push(...keys);
      },
    });
    await sweepDue({
      due: createDueStore(client, name),
      queues: { notice: queue([]), effect: queue(swept) },
      clock,
    } as never);
    return swept;
  };
  expect(await sweep()).toEqual([]);
  now = new Date('2026-03-12T02:00:00.000Z');
  const late = await sweep();
  expect(late).toEqual(await markers('dafeng.d1'));
  await carryAll(late);
  expect(seen).toEqual(['reclamation.start', 'reclamation.restoreEnded']);
  expect(await markers('dafeng.d1')).toEqual([]);
  expect(await sweep()).toEqual([]);
});
