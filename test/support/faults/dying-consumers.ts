import { awaitTrue } from '../await-true.ts';
import type { RunningSystem } from '../runtime.ts';
import { named } from './journey.ts';
import { queuesWithMessages } from './search-marks.ts';

/** Whoever carries on from a queue what was written. */
const consumers = named(
  ...['notify', 'cases-advance', 'lifecycle', 'desks-hand-over', 'calendar-recompute', 'exports-build'],
);
const everyCall = { at: 1, times: 1_000_000, trouble: 'throttle' } as const;
const patienceMs = 120_000;
const inHandMs = 1_000;
const lookEveryMs = 200;
const steadyLooks = 5;

/**
 * Has every consumer of a queue fail at whatever it is given, for as long as something is done; afterwards all that it was
 * given has been tried as often as it may be and lies among the dead.
 */
export const whileConsumersDie = async (
  running: RunningSystem,
  perform: () => Promise<void>,
): Promise<void> => {
  await running.control('faults', { calls: consumers.map((by) => ({ by, ...everyCall })) });
  await perform();
  let looks = 0;
  await awaitTrue(
    'whatever lies in a queue is dead',
    async () => {
      await running.control('queues/redeliver', { inHandMs });
      const queues = queuesWithMessages(running);
      const areDead = queues.length > 0 && queues.every((name) => name.endsWith('-dead'));
      looks = areDead ? looks + 1 : 0;
      return looks >= steadyLooks;
    },
    patienceMs,
    lookEveryMs,
  );
};
