import type { CallFault } from '#local/faults/call-faults.ts';
import type { FaultDesk } from './fault-desk.ts';

/** What the functions behind the interface do together; told in the end in a form that one comparison judges. */
export interface Journey {
  readonly name: string;
  /** Names of the functions whose calls go wrong on the way. */
  readonly functions: readonly string[];
  readonly travel: (desk: FaultDesk) => Promise<unknown>;
}

const inHandMs = 1_500;
const pauseMs = 300;

/**
 * Runs what runs every few minutes in life every moment, and gives back what a failed consumer has held for a while, for
 * as long as the journey lasts.
 */
export const tending = async <Result>(desk: FaultDesk, travel: () => Promise<Result>): Promise<Result> => {
  let over = false;
  const tend = async () => {
    while (!over) {
      await desk.inspector.ageMarkers();
      await desk.running.control('schedules/run', {}).catch(() => {});
      await desk.running.control('queues/redeliver', { inHandMs });
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const tended = tend();
  try {
    return await travel();
  } finally {
    over = true;
    await tended;
  }
};

export interface Travelled {
  readonly end: unknown;
  /** What each function called. */
  readonly calls: ReadonlyMap<string, readonly string[]>;
}

/** Travels once while the given calls go wrong. @param more other faults, as the runtime's controls take them */
export const travelWith = async (
  desk: FaultDesk,
  { functions, travel }: Journey,
  calls: readonly CallFault[] = [],
  more: object = {},
): Promise<Travelled> => {
  await desk.running.control('faults', { calls, ...more });
  const end = await tending(desk, () => travel(desk));
  const told = await fetch(`${desk.system.baseUrl}/_local/faults`);
  const { called } = (await told.json()) as { called: Record<string, readonly string[]> };
  await desk.running.control('faults', {});
  return { end, calls: new Map(functions.map((name) => [name, called[name] ?? []])) };
};

export const patienceMs = 90_000;
export const named = (...names: readonly string[]) => names.map((name) => `yunwangtong-${name}`);
