import type { Charge } from '#local/meter/meter.ts';
import type { RunningSystem } from '#test/support/runtime.ts';

/** One thing that somebody does, with everything that it made AWS charge for until all was quiet again. */
export interface Entry {
  readonly action: string;
  readonly charges: readonly Charge[];
}

type Control = Pick<RunningSystem, 'control'>['control'];

const pollMs = 40;
const pollsOfQuiet = 8;
const readMeter = async (control: Control, on = true): Promise<readonly Charge[]> =>
  ((await control('meter', { on })) as { charges: readonly Charge[] }).charges;

/**
 * Opens the book of a running system: what is done through it is written down action by action. Schedules wait while it
 * is open, as a sweep is nobody's action.
 */
export const openChargeBook = async (control: Control) => {
  await control('schedules', { enabled: false });
  const entries: Entry[] = [];

  /** Until nothing has been charged for a while: streams, queues and machine have done what was left. */
  const chargesUntilQuiet = async (): Promise<readonly Charge[]> => {
    const charges: Charge[] = [];
    for (let quiet = 0; quiet < pollsOfQuiet; ) {
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      const more = await readMeter(control);
      charges.push(...more);
      quiet = more.length === 0 ? quiet + 1 : 0;
    }
    return charges;
  };

  return {
    entries: entries as readonly Entry[],
    record: async <Result>(action: string, act: () => Promise<Result>): Promise<Result> => {
      // What others began is not this action's.
      await chargesUntilQuiet();
      const result = await act();
      entries.push({ action, charges: await chargesUntilQuiet() });
      return result;
    },
    close: async (): Promise<void> => {
      await readMeter(control, false);
      await control('schedules', { enabled: true });
    },
  };
};

export type ChargeBook = Awaited<ReturnType<typeof openChargeBook>>;
