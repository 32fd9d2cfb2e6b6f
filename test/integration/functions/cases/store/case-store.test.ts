import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitOf } from '#functions/cases/app/commit-of.ts';
import type { PendingDelivery } from '#functions/cases/app/delivery-ports.ts';
import { emptySheet } from '#functions/cases/app/files/attachment.ts';
import type { CaseCommit, LoadedCase } from '#functions/cases/app/ports.ts';
import type { CaseEvent } from '#functions/cases/domain/case-events.ts';
import { createCaseLists } from '#functions/cases/store/case-lists.ts';
import { createCaseStore } from '#functions/cases/store/case-store.ts';
import { createDeliveryStore } from '#functions/cases/store/delivery-store.ts';
import { findChainBreak } from '#shared/kernel/journal-chain.ts';
import { keys, standingShardOf } from '#shared/table/keys.ts';
import { people, toldUntil } from '#test/support/case-story.ts';
import { startSingleTable } from '#test/support/single-table.ts';

let table: Awaited<ReturnType<typeof startSingleTable>>;
let number = 0;

beforeAll(async () => {
  table = await startSingleTable();
  const { clerk } = people;
  const standing = {
    ...keys.membership(clerk.tenant, clerk.membershipId),
    state: 'active',
    grantsVersion: 1,
  };
  await table.client.send(new PutCommand({ TableName: table.name, Item: standing }));
});
afterAll(() => table.stop());

const at = '2026-09-29T02:00:00.000Z';
const wallMs = Date.parse('2026-09-29T02:00:00.000Z');

const setup = () => {
  number += 1;
  const ref = { tenant: 'yancheng/dafeng', caseId: `dafeng.${String(number).padStart(26, '0')}` } as const;
  const store = createCaseStore(table.client, table.name, () => wallMs);
  const deliveries = createDeliveryStore(table.client, table.name);
  const lists = createCaseLists(table.client, table.name);
  const [created] = toldUntil('draft').told();
  if (created?.type !== 'CaseCreated') throw new Error('a story begins with its creation');
  const load = async (): Promise<LoadedCase> => {
    const loaded = await store.load(ref);
    if (!loaded) throw new Error('not there');
    return loaded;
  };
  const commit = (
    before: LoadedCase | undefined,
    events: readonly CaseEvent[],
    more: Partial<CaseCommit> = {},
  ) => store.commit({ ...commitOf(before, { events }, { at, salt: 'salt', actor: people.clerk }), ...more });
  const create = () => commit(undefined, [{ ...created, caseId: ref.caseId }]);
  return { ref, store, deliveries, lists, load, commit, create };
};

const moved = { written: false, failed: ['sections'] };
/** Another clerk at the same desk. */
const other = { ...people.clerk, personId: 'other' };
const prices = {
  version: 'v1',
  products: [{ id: 'p', unitPriceFen: 100, name: '云主机', specification: '2核4G', unit: '台' }],
};

const withdrawn: CaseEvent = { type: 'CaseWithdrawn', reason: '取消' };
const sent: CaseEvent = { type: 'ConfirmationRequested', digest: 'd', makers: [], first: true };
const opened: readonly CaseEvent[] = [
  { type: 'StepOpened', step: 'unitConfirmation', visit: 1 },
  {
    type: 'TaskOpened',
    task: {
      taskId: '1-0',
      step: 'unitConfirmation',
      visit: 1,
      stage: 'confirm',
      stageIndex: 0,
      round: 1,
      holder: { tenant: 'yancheng/dafeng', role: 'department.cdo', organisation: 'dafeng-health' },
      openedAt: at,
      targetOn: '2026-10-09',
    },
  },
];

describe('a commit', () => {
  it('reads back as it was written, with a journal that verifies', async () => {
    const { create, commit, load, store, ref } = setup();
    expect(await create()).toEqual({ written: true });
    await commit(await load(), [sent]);
    const { state, head } = await load();
    expect(state).toMatchObject({ version: 2, flow: { at: 'moving', to: 'unitConfirmation' } });
    const entries = (await store.listEntries(ref, 0, 10)).map(({ entry }) => entry);
    expect(entries).toHaveLength(2);
    expect(findChainBreak(entries, head)).toBeUndefined();
  });

  it('from a version that has moved on is refused by the version, and writes nothing', async () => {
    const { create, commit, load } = setup();
    await create();
    const stale = await load();
    await commit(stale, [sent]);
    const after = await load();
    expect(await commit(stale, [withdrawn])).toEqual({ written: false, failed: ['version', 'version'] });
    expect(await load()).toEqual(after);
  });

  it('of somebody whose membership has changed since is refused by it', async () => {
    const { create, commit, load } = setup();
    await create();
    const changed = { ...people.clerk, grantsVersion: 2 };
    const outcome = await commit(await load(), [withdrawn], { actor: changed });
    expect(outcome).toEqual({ written: false, failed: ['membership'] });
  });

  it('with an idempotency key that was used is refused by it, and the first answer is kept', async () => {
    const { create, commit, load, store, ref } = setup();
    await create();
    const scope = { tenant: ref.tenant, membershipId: 'clerk', operation: 'x', key: `key-${ref.caseId}` };
    const record = { ...scope, digest: 'a', answer: 'first' };
    await commit(await load(), [sent], { idempotency: record });
    const again = await commit(await load(), [withdrawn], { idempotency: { ...record, answer: 'second' } });
    expect(again).toEqual({ written: false, failed: ['idempotency'] });
    expect(await store.findIdempotency(scope)).toEqual({ digest: 'a', answer: 'first' });
  });

  it('that freezes a form is refused when a section was saved meanwhile', async () => {
    const { create, commit, load, store, ref } = setup();
    await create();
    const section = { section: 'plan', version: 1, content: { purpose: '甲' }, savedBy: people.clerk };
    expect(await store.saveSection(ref, section, 0)).toEqual({ written: true });
    const frozen = {
      round: 1,
      digest: 'd',
      prices,
      attachments: emptySheet,
      sections: [{ ...section, savers: ['clerk'] }],
    };
    expect(await store.saveSection(ref, { ...section, version: 2 }, 1)).toEqual({ written: true });
    expect(await commit(await load(), [sent], { frozen })).toEqual({ written: false, failed: ['sections'] });
    expect(await store.loadFrozen(ref, 1)).toBeUndefined();
  });
});

describe('a section', () => {
  it('is saved over the version that was seen, and over no other', async () => {
    const { store, ref } = setup();
    const section = { section: 'plan', version: 1, content: {}, savedBy: people.clerk };
    expect(await store.saveSection(ref, section, 0)).toEqual({ written: true });
    expect(await store.saveSection(ref, section, 0)).toEqual(moved);
    expect(await store.saveSection(ref, { ...section, version: 3 }, 2)).toEqual(moved);
    expect((await store.loadSections(ref)).map(({ version }) => version)).toEqual([1]);
  });

  it('is not saved by whoever was revoked since they signed in, nor while their county is suspended', async () => {
    const { store, ref } = setup();
    const section = { section: 'plan', version: 1, content: {}, savedBy: people.clerk };
    const revoked = { ...people.clerk, grantsVersion: 2 };
    expect(await store.saveSection(ref, { ...section, savedBy: revoked }, 0)).toEqual({
      written: false,
      failed: ['membership'],
    });
    const { tenant, membershipId } = people.clerk;
    const Key = keys.standing(tenant, standingShardOf(membershipId));
    const suspend = (UpdateExpression: string) =>
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key,
          UpdateExpression,
          ...(UpdateExpression.startsWith('SET') ? { ExpressionAttributeValues: { ':at': at } } : {}),
        }),
      );
    await suspend('SET suspendedAt = :at');
    expect(await store.saveSection(ref, section, 0)).toEqual({ written: false, failed: ['tenant'] });
    await suspend('REMOVE suspendedAt');
    expect(await store.saveSection(ref, section, 0)).toEqual({ written: true });
  });
});

describe('a frozen round', () => {
  it('is passed by no save that began before it, keeps its savers, and lies apart from who is named in it', async () => {
    const { create, commit, load, store, ref } = setup();
    await create();
    const plan = { section: 'plan', version: 1, content: { purpose: '甲' }, savedBy: people.clerk };
    const contacts = { section: 'contacts', version: 1, content: { people: ['陈'] }, savedBy: other };
    await store.saveSection(ref, plan, 0);
    await store.saveSection(ref, { ...plan, version: 2, savedBy: other }, 1);
    await store.saveSection(ref, contacts, 0);
    const sections = await store.loadSections(ref);
    expect(sections.find(({ section }) => section === 'plan')?.savers.toSorted()).toEqual(['clerk', 'other']);
    expect(
      await commit(await load(), [sent], {
        frozen: { round: 1, digest: 'd', prices, attachments: emptySheet, sections },
      }),
    ).toEqual({
      written: true,
    });
    expect(await store.saveSection(ref, { ...plan, version: 3 }, 2)).toEqual(moved);
    expect((await store.loadFrozen(ref, 1))?.sections.map(({ section }) => section).toSorted()).toEqual([
      'contacts',
      'plan',
    ]);
    const form = await table.client.send(
      new GetCommand({ TableName: table.name, Key: keys.caseForm(ref.tenant, ref.caseId, 1) }),
    );
    expect(JSON.stringify(form.Item)).not.toContain('陈');
  });
});

describe('an open step', () => {
  it('stands in its holder’s worklist until its task is closed', async () => {
    const { create, commit, load, lists, ref } = setup();
    await create();
    await commit(await load(), [sent]);
    await commit(await load(), opened, { token: 't1' });
    const holder = { tenant: ref.tenant, role: 'department.cdo', organisation: 'dafeng-health' };
    const mine = async () =>
      (await lists.listWork(holder, undefined, 100)).filter((row) => row.ref.caseId === ref.caseId);
    expect(await mine()).toHaveLength(1);
    const by = {
      personId: 'cdo',
      membershipId: 'cdo',
      name: '甲',
      organisation: '乙',
      role: 'department.cdo',
    };
    await commit(await load(), [
      { type: 'TaskClosed', taskId: '1-0', decision: { outcome: 'return', opinion: '请修改', at, by } },
      { type: 'StepClosed', step: 'unitConfirmation', visit: 1, outcome: 'Returned', to: 'correction' },
    ]);
    expect(await mine()).toEqual([]);
  });

  it('keeps every token it is given, hands out the newest four, and takes none once it is decided', async () => {
    const { create, commit, load, deliveries, ref } = setup();
    await create();
    await commit(await load(), [sent]);
    await commit(await load(), opened, { token: 't1' });
    for (const token of ['t2', 't3', 't4', 't5']) expect(await deliveries.addToken(ref, 1, token)).toBe(true);
    expect(await deliveries.tokensOf(ref, 1)).toEqual(['t2', 't3', 't4', 't5']);
    await commit(await load(), [
      { type: 'StepClosed', step: 'unitConfirmation', visit: 1, outcome: 'Withdrawn', to: 'withdrawn' },
    ]);
    expect(await deliveries.addToken(ref, 1, 't6')).toBe(false);
  });
});

describe('a delivery marker', () => {
  it('is found by the sweep under the day it was written on, until it is cleared', async () => {
    const { create, commit, load, deliveries, ref } = setup();
    await create();
    await commit(await load(), [sent]);
    const overdue = async (before: string) => {
      const found: PendingDelivery[] = [];
      for await (const marker of deliveries.listOverdue('2026-09-29', before))
        if (marker.kind === 'delivery' && marker.pending.ref.caseId === ref.caseId)
          found.push(marker.pending);
      return found;
    };
    expect(await overdue('2026-09-29T02:00:00.000Z')).toEqual([]);
    const [pending] = await overdue('2026-09-29T02:00:01.000Z');
    expect(pending).toEqual({ ref, seq: 2 });
    if (!pending) return;
    expect(await deliveries.load(pending)).toEqual({ kind: 'start' });
    await deliveries.clear(pending);
    expect(await deliveries.load(pending)).toBeUndefined();
    expect(await overdue('2026-09-29T02:00:01.000Z')).toEqual([]);
  });
});

describe('a journal that somebody has written into', () => {
  it('is still read, and its first wrong entry named', async () => {
    const { create, commit, load, store, ref } = setup();
    await create();
    await commit(await load(), [sent]);
    const Key = keys.caseEntry(ref.tenant, ref.caseId, 1);
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: 'SET content.seq = :text',
        ExpressionAttributeValues: { ':text': 'nonsense' },
      }),
    );
    const entries = (await store.listEntries(ref, 0, 10)).map(({ entry }) => entry);
    expect(findChainBreak(entries, (await load()).head)).toEqual({ seq: 1, reason: 'missing' });
  });
});
