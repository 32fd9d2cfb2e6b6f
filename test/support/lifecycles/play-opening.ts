import { answerWork, depositCredentials } from '#functions/provisioning/app/answer-work.ts';
import { collect, confirm, plan, release } from '#functions/provisioning/app/command-order.ts';
import { sign } from '#functions/provisioning/app/letter.ts';
import { type Order, pendingUnits, remainingOf } from '#functions/provisioning/domain/order-state.ts';
import { isOpenWork, type WorkOrder } from '#functions/provisioning/domain/work-order.ts';
import type { WorkAnswerBody } from '#shared/contracts/work-orders.ts';
import type { doorOfStory } from './ask-at-door.ts';
import { chosenOf } from './chosen-of.ts';
import type { How, LifecycleMove } from './moves-of-story.ts';
import { department } from './people-of-city.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

type Opening = Extract<
  LifecycleMove,
  { move: 'sign' | 'confirm' | 'plan' | 'release' | 'collect' | 'answer' }
>;
type Answering = Extract<Opening, { move: 'answer' }>;
type Ask = ReturnType<typeof doorOfStory>['ask'];

const code = 'code';
const sealing = { newCode: () => code, seal: (_: string, text: string) => ({ sealed: text, digest: 's' }) };

/** What a provider says of a work order: how much of it is done, and whether the rest can't be. */
const answerTo = (work: WorkOrder, { share, fails }: Answering): WorkAnswerBody => {
  if (work.kind === 'confirmation') return { kind: 'confirm' };
  if (work.task)
    return work.task.done
      ? { kind: 'certify' }
      : { kind: 'done', evidence: '已执行。', ...(work.task.asksErasure ? { erasure: '已覆写。' } : {}) };
  const pending = pendingUnits(work);
  const done = pending.slice(0, Math.ceil(pending.length * share));
  const rest = fails ? pending.slice(done.length) : [];
  return {
    kind: 'report',
    opened: done.map(({ unitId }) => ({
      unitId,
      instanceId: `i-${work.workId}-${unitId}`,
      addresses: ['10.0.0.1'],
    })),
    failed: rest.map(({ unitId }) => ({ unitId, reason: '机架已满。' })),
  };
};

const planOf = (order: Order, { share, seen }: Extract<Opening, { move: 'plan' }>) => {
  const quantities = order.lines.flatMap((line) => {
    const left = remainingOf(order, line);
    return left > 0 ? [{ lineNo: line.lineNo, quantity: Math.ceil(left * (line.changes ? 1 : share)) }] : [];
  });
  return { quantities, ...(seen ? { usageSeen: '已查看。' } : { withoutUsage: '工期紧。' }) };
};

/** From the approved application to resources in use: what the department, the operator and the provider do. */
export const openingOf = (world: LifecycleWorld, ask: Ask) => {
  const { tenant, stores, services, people } = world;

  const answer = async (move: Answering): Promise<void> => {
    const work = chosenOf(stores.work.all(), move.pick, isOpenWork);
    if (!work) return;
    const ref = { provider: work.provider.id, workId: work.workId };
    if (!isOpenWork(work) && work.kind === 'opening') {
      const expectedVersion = (await stores.work.store.load(ref))?.version ?? 0;
      await depositCredentials(services.work, sealing, people.engineer, { ...ref, expectedVersion }, '口令');
      return;
    }
    await ask('engineer', stores.work.store, ref, move.how, (asked, expectedVersion) =>
      answerWork(services.work, asked, { workId: work.workId, expectedVersion }, answerTo(work, move)),
    );
  };

  const signed = (how: How) =>
    ask('cdo', stores.letters.store, { tenant, organisation: department.id }, how, (asked, version) =>
      sign(services.provisioning, asked, { version: 1, digest: 'd', expectedVersion: Math.max(version, 0) }),
    );

  const collected = async (order: Order, right: boolean): Promise<void> => {
    const { orderId, batches } = order;
    const loaded = await stores.orders.store.load({ tenant, orderId });
    const opens = (given: string, sealed: string) => (given === code ? sealed : undefined);
    await collect(services.provisioning, opens, people.clerk, {
      orderId,
      expectedVersion: loaded?.version ?? 0,
      batch: batches.length,
      code: right ? code : 'wrong',
    });
  };

  const onOrder = (order: Order, move: Exclude<Opening, { move: 'sign' | 'answer' | 'collect' }>) => {
    const who = move.move === 'confirm' ? move.who : 'operator';
    const { orderId, batches } = order;
    return ask(who, stores.orders.store, { tenant, orderId }, move.how, (asked, expectedVersion) => {
      const on = { orderId, expectedVersion };
      switch (move.move) {
        case 'confirm':
          return confirm(services.provisioning, asked, on);
        case 'plan':
          return plan(services.provisioning, asked, { ...on, ...planOf(order, move) });
        case 'release':
          return release(services.provisioning, asked, { ...on, batch: batches.length, reason: '改期。' });
      }
    });
  };

  return async (move: Opening): Promise<void> => {
    if (move.move === 'answer') return answer(move);
    if (move.move === 'sign') return void (await signed(move.how));
    const order = chosenOf(stores.orders.all(), move.pick, ({ completedAt }) => completedAt === undefined);
    if (!order) return;
    if (move.move === 'collect') await collected(order, move.right);
    else await onOrder(order, move);
  };
};
