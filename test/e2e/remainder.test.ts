import { expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { createInspector } from '#test/support/inspect-case.ts';
import {
  approvedCase,
  awaitRead,
  confirmedOrder,
  openAll,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';

const system = sharedSystem();

it('an order that needs less than it was granted is ended with a reason, once, and its machine with it', async () => {
  const cast = await provisioningCast(system, 'jianhu');
  await signedLetter(cast);
  const orderId = await approvedCase(cast, [{ quantity: 3 }]);
  await confirmedOrder(cast, orderId);
  const { clerk, operator, provider } = cast.desks;
  await operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 1 }] });
  const work = await awaitRead(() => provider.work(`${orderId}-b1`));
  await provider.answer(work.workId, openAll(work));
  const waiting = await awaitRead(
    () => operator.order(orderId),
    ({ may }) => may.includes('dropRemainder'),
  );
  expect((await clerk.drop(orderId, '不需要。')).status).toBe(403);
  expect((await operator.drop(orderId, '业务缩减，不再需要。', waiting.version)).status).toBe(200);
  expect((await operator.drop(orderId, '再来一次。', waiting.version)).status).toBe(409);
  const ended = await awaitRead(() => clerk.order(orderId));
  expect(ended).toMatchObject({
    statusLabel: '已开通，余量终止',
    opened: 1,
    total: 1,
    dropped: { reason: '业务缩减，不再需要。' },
  });
  expect(ended.lines.map(({ remaining }) => remaining)).toEqual([0]);
  expect(ended.dropped?.by?.name).toBeDefined();
  const inspector = createInspector(() => system);
  try {
    await awaitRead(
      async () => (await inspector.executions(orderId, 'yunwangtong-provisioning-orders'))[0],
      ({ status }) => status === 'SUCCEEDED',
    );
  } finally {
    inspector.close();
  }
});
