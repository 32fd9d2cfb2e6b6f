import { recomputeObligation } from '#functions/obligations/app/recompute-obligation.ts';
import { sweepObligations } from '#functions/obligations/app/sweep-obligations.ts';
import { recomputeOrder } from '#functions/provisioning/app/recompute-order.ts';
import type { Effect } from '#shared/aggregate/aggregate.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { LifecycleMove } from './moves-of-story.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

type Passing = Extract<
  LifecycleMove,
  { move: 'pass' | 'sweep' | 'publish' | 'carry' | 'settle' | 'again' | 'wait' | 'redrive' }
>;

const mostRounds = 200;

/** What happens by itself: days pass, effects are carried in any order, and whoever carries them dies. */
export const passingOf = (world: LifecycleWorld) => {
  const { effects, machine, stores, services, tenant, time } = world;
  const carried: Effect[] = [];

  /** What can't be carried now goes back to the end of the queue. */
  const tryToCarry = async (effect: Effect, dies?: number): Promise<unknown> => {
    try {
      if (await world.carry(effect, dies)) {
        carried.push(effect);
        return undefined;
      }
      effects.push(effect);
      return new Error('died');
    } catch (error) {
      effects.push(effect);
      return error;
    }
  };

  const wait = async (pick: number, dies?: number): Promise<void> => {
    const [ask] = machine.asks.splice(pick % Math.max(machine.asks.length, 1), 1);
    // Whoever it asked has died: the machine asks again.
    if (ask && !(await world.wait(ask, dies))) machine.asks.push(ask);
  };

  /** Until nothing is left to carry; what is never carried is a fault. */
  const settle = async (): Promise<void> => {
    let trouble: unknown;
    for (let round = 0; round < mostRounds; round += 1) {
      while (machine.asks.length > 0) await wait(0);
      const now = time.clock.now().toISOString();
      // Some wait for their day.
      const isDue = ({ notBefore }: Effect) => notBefore === undefined || notBefore <= now;
      const waiting = effects.filter(isDue);
      if (waiting.length === 0) return;
      effects.splice(0, effects.length, ...effects.filter((one) => !isDue(one)));
      for (const effect of waiting) trouble = (await tryToCarry(effect)) ?? trouble;
    }
    throw new Error(`effects are carried in vain: ${JSON.stringify(effects.at(-1))}`, { cause: trouble });
  };

  const sweep = async (): Promise<void> => {
    const now = time.clock.now().toISOString();
    const due = stores.obligations.all().filter(({ nextReminder }) => nextReminder && nextReminder.at <= now);
    const { failed } = await sweepObligations({
      ...services.obligations,
      due: {
        listDue: async function* (date) {
          yield due.filter(
            ({ nextReminder }) => nextReminder && shanghaiDateOf(new Date(nextReminder.at)) === date,
          );
        },
        watermark: async () => '2026-01-01',
        keepWatermark: async () => undefined,
      },
      mustStop: () => false,
    });
    if (failed > 0) throw new Error(`${failed} obligations could not be reminded of`);
  };

  const recompute = async (): Promise<void> => {
    for (const { orderId } of stores.orders.all())
      await recomputeOrder(services.provisioning, { tenant, orderId }, [], '');
    for (const { obligationId } of stores.obligations.all())
      await recomputeObligation(services.obligations, { tenant, obligationId }, [], '');
  };

  /** Each effect that was ever carried, once more and in another order. */
  const carryAllAgain = async (): Promise<void> => {
    for (const effect of [...carried].reverse()) await world.carry(effect);
  };

  const carryOne = async (pick: number, dies: number | undefined): Promise<void> => {
    const [effect] = effects.splice(pick % Math.max(effects.length, 1), 1);
    if (!effect) return;
    if (effect.notBefore !== undefined && effect.notBefore > time.clock.now().toISOString())
      effects.push(effect);
    else await tryToCarry(effect, dies);
  };

  const publish = (day: number, holiday: boolean): Promise<void> => {
    const date = addDays(time.today(), day);
    world.publishHolidays([{ date, kind: holiday ? 'holiday' : 'workday', reason: '放假安排' }]);
    return recompute();
  };

  const play = async (move: Passing): Promise<void> => {
    switch (move.move) {
      case 'pass':
        return time.pass(move.days);
      case 'sweep':
        return sweep();
      case 'publish':
        return publish(move.day, move.holiday);
      case 'carry':
        return carryOne(move.pick, move.dies);
      case 'again': {
        const effect = carried[move.pick % Math.max(carried.length, 1)];
        if (effect) await world.carry(effect);
        return;
      }
      case 'settle':
        return settle();
      case 'wait':
        return wait(move.pick, move.dies);
      case 'redrive':
        return machine.redrive(move.pick);
    }
  };
  return { play, settle, sweep, recompute, carryAllAgain };
};
