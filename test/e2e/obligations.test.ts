import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SystemView } from '#shared/contracts/registry.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { messageTimes } from '#test/support/message-times.ts';
import {
  awaitObligation,
  type ObligationDesk,
  obligationsOf,
  openedBatch,
} from '#test/support/obligation-story.ts';
import {
  awaitRead,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';

const system = sharedSystem();
const times = messageTimes(system);
let cast: ProvisioningCast;
let department: ObligationDesk;
let operator: ObligationDesk;
beforeAll(async () => {
  cast = await provisioningCast(system, 'yannan');
  await signedLetter(cast);
  department = obligationsOf(cast.desks.clerk);
  operator = obligationsOf(cast.desks.operator);
});
afterEach(async () => {
  await times.resetClock();
  await times.sweep();
});
afterAll(() => times.close());

const calendar = createWorkingCalendar();
const due = (from: string, amount: number, unit: 'workingDay' | 'month') =>
  computeDeadline({ from, amount, unit, direction: 'after' }, calendar).dueOn;
const dayOf = (at: string) => shanghaiDateOf(new Date(at));
const evidence = {
  fileName: '部署验收单.pdf',
  content: readFileSync('examples/attachments/proposal.pdf').toString('base64'),
};

describe('an opened batch', () => {
  it('[yc-cloud-17-4] [yc-cloud-17-5] [yc-cloud-annex1-2] [yc-cloud-annex2-6] is to be deployed, live and, where it stores, confirmed again, each by its own day; records reach the registry', async () => {
    const { orderId, systemId, openedAt } = await openedBatch(cast, [
      { quantity: 2 },
      { productId: 'disk-ssd-100g', quantity: 3 },
    ]);
    const opened = dayOf(openedAt);
    const id = (kind: string) => `${orderId}-b1-${kind}`;
    const deploy = await awaitObligation(department, id('deploy'));
    const goLive = await awaitObligation(department, id('goLive'));
    const pledge = await awaitObligation(department, id('pledge'));
    const storage = await awaitObligation(department, id('storageReview-1'));
    expect([deploy, goLive, pledge, storage].map(({ due: limit, clause }) => [limit?.dueOn, clause])).toEqual(
      [
        [due(opened, 15, 'workingDay'), 'yc-cloud-17-4'],
        [due(opened, 30, 'workingDay'), 'yc-cloud-17-5'],
        [due(opened, 1, 'month'), 'yc-cloud-annex1-2'],
        [due(opened, 12, 'month'), 'yc-cloud-annex2-6'],
      ],
    );
    expect(deploy).toMatchObject({ light: 'normal', may: ['perform'], reckoning: { limit: '15 个工作日' } });
    expect(pledge).toMatchObject({ lapse: 'reminds', metBy: id('goLive'), may: [] });

    expect(await department.perform(id('goLive'), { on: opened, statement: '已上线。' })).toMatchObject({
      status: 409,
      body: { code: 'obligation-too-early' },
    });
    expect(
      await department.perform(id('deploy'), { on: addDays(opened, 400), statement: '部署完。' }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/on', code: 'in-future' }] } });
    const recorded = { on: opened, statement: '应用和数据库已部署完毕。', file: evidence };
    const key = crypto.randomUUID();
    const first = await department.perform(id('deploy'), recorded, deploy.version, key);
    expect(first).toMatchObject({ status: 200, body: { status: 'performed' } });
    expect(await department.perform(id('deploy'), recorded, deploy.version, key)).toEqual(first);
    expect(await department.perform(id('deploy'), recorded, deploy.version)).toMatchObject({
      status: 409,
      body: { code: 'obligation-moved' },
    });
    expect((await department.perform(id('goLive'), { on: opened, statement: '已上线运行。' })).status).toBe(
      200,
    );

    const kept = await awaitObligation(department, id('pledge'), ({ status }) => status === 'performed');
    expect(kept).toMatchObject({ light: 'met', performance: { on: opened } });
    const view = await awaitRead(
      async () => (await cast.desks.clerk.get<SystemView>(`/v1/systems/${systemId}`)).body,
      ({ resources }) =>
        resources.length === 3 &&
        resources.every(({ deployedOn, goneLiveOn }) => deployedOn === opened && goneLiveOn === opened),
    );
    const live = await awaitRead(
      async () => (await cast.desks.clerk.get<SystemView>(`/v1/systems/${systemId}`)).body.stages[3]?.entries,
      (entries) => entries.length === 2,
    );
    expect(live.map(({ text }) => text)).toEqual([
      `${opened} 完成部署（第 1 批）`,
      `${opened} 上线运行（第 1 批）`,
    ]);
    expect(view.stages[3]?.label).toBe('上线');
    const file = await cast.clerk.call<unknown>('GET', `/v1/obligations/${id('deploy')}/evidence`);
    expect(file.status).toBe(200);
  });
});
