import type { OrderEvent } from './order-events.ts';
import { type Order, pendingUnits, type WaitOutcome } from './order-state.ts';
import { mostUnits, unitsOf } from './plan-batch.ts';

const isOver = ({ to }: NonNullable<Order['window']>, today: string): boolean => today > to;

/**
 * 保障期间开始: everything is ordered by the approval itself, once, on the first day or however much later it is asked;
 * behind the last day nothing is. More than one batch holds is left to be planned.
 *
 * @param today in Shanghai
 */
export const openWindow = (order: Order, today: string): readonly OrderEvent[] => {
  const { window, batches, lines } = order;
  if (!window || batches.length > 0 || today < window.from || isOver(window, today)) return [];
  if (window.endedAt !== undefined) return [];
  const units = lines.flatMap((line) => unitsOf(order, line, line.quantity));
  return [{ type: 'BatchPlanned', no: 1, units: units.slice(0, mostUnits) }];
};

/** The wait in which the machine is, told that nothing more comes. */
const concluded = ({ waits }: Order): readonly OrderEvent[] => {
  const wait = waits.findIndex(({ outcome }) => outcome === undefined);
  const outcome: WaitOutcome = 'Concluded';
  return wait < 0 ? [] : [{ type: 'WaitClosed', wait, outcome }];
};

/** 保障期间结束, once: what has not been opened is wanted back from its work order; with nothing left to wait for, the order is done. */
export const endWindow = (order: Order, today: string): readonly OrderEvent[] => {
  const { window, batches, completedAt } = order;
  if (!window || window.endedAt !== undefined || !isOver(window, today)) return [];
  const waiting = batches.filter((batch) => pendingUnits(batch).length > 0);
  return [
    { type: 'WindowEnded' },
    ...waiting.map((batch) => ({
      type: 'ReleaseAsked' as const,
      no: batch.no,
      unitIds: pendingUnits(batch).map(({ unitId }) => unitId),
      reason: `保障期间 ${window.to} 已结束。`,
    })),
    ...(completedAt === undefined && waiting.length === 0
      ? [{ type: 'OrderCompleted' as const }, ...concluded(order)]
      : []),
  ];
};

/** Resources that are to be given back: none before the window has ended and every report is in. */
export const lentUnits = ({ window, batches }: Order): readonly string[] =>
  window?.endedAt === undefined || batches.some((batch) => pendingUnits(batch).length > 0)
    ? []
    : batches.flatMap(({ units }) =>
        units.filter(({ state }) => state === 'opened').map(({ unitId }) => unitId),
      );
