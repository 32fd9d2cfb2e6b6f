import { afterAll, beforeAll } from 'vitest';
import { type RunningSystem, startSystem } from '../runtime.ts';
import { type FaultDesk, openFaultDesk } from './fault-desk.ts';

const startLimitMs = 240_000;

/** A system of its own for one file of tests, with its desk; both are there from the first test on. */
export const deskOfFile = () => {
  let running: RunningSystem | undefined;
  let desk: FaultDesk | undefined;
  beforeAll(async () => {
    running = await startSystem();
    desk = await openFaultDesk(running);
  }, startLimitMs);
  afterAll(async () => {
    desk?.close();
    await running?.stop();
  });
  return {
    get running(): RunningSystem {
      if (!running) throw new Error('no system before the first test');
      return running;
    },
    get desk(): FaultDesk {
      if (!desk) throw new Error('no desk before the first test');
      return desk;
    },
  };
};
