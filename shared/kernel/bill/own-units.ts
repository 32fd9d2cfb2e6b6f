const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** China has kept UTC+8 without daylight saving since 1991. */
const shanghaiOffsetMs = 8 * hourMs;

/** What a quantity is counted in: calendar days or full hours of Asia/Shanghai, numbered from the epoch. */
export interface UnitClock {
  /** The unit in which an instant (epoch ms) lies. */
  readonly unitAt: (ms: number) => number;
  /** The first instant after a unit. */
  readonly endOf: (unit: number) => number;
}

const clockOf = (lengthMs: number): UnitClock => ({
  unitAt: (ms) => Math.floor((ms + shanghaiOffsetMs) / lengthMs),
  endOf: (unit) => (unit + 1) * lengthMs - shanghaiOffsetMs,
});

export const dayClock = clockOf(dayMs);
export const hourClock = clockOf(hourMs);

/** A quantity in force over `[from, to)`, in epoch ms. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly quantity: number;
}

/** Whole units `[first, end)` at one quantity. */
export interface OwnedUnits {
  readonly first: number;
  readonly end: number;
  readonly quantity: number;
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Units at whose end the period is in force, and whose end lies in the window. */
const atTheirEnd = (clock: UnitClock, period: Period, window: Window): OwnedUnits => ({
  first: Math.max(clock.unitAt(period.from), clock.unitAt(window.from)),
  end: Math.min(clock.unitAt(period.to), clock.unitAt(window.to)),
  quantity: period.quantity,
});

/**
 * The unit in which a period closes, if nothing else is in force at the unit's end: it belongs to what was in force at
 * the closing, and to the window in which that lies.
 */
const atClosing = (
  clock: UnitClock,
  period: Period,
  following: Period | undefined,
  window: Window,
): readonly OwnedUnits[] => {
  const unit = clock.unitAt(period.to);
  const whole = period.to === clock.endOf(unit - 1);
  const takenOver = following !== undefined && clock.unitAt(following.from) === unit;
  const inWindow = window.from < period.to && period.to <= window.to;
  return whole || takenOver || !inWindow ? [] : [{ first: unit, end: unit + 1, quantity: period.quantity }];
};

/**
 * Which units of a window `[from, to)` are billed at which quantity. A unit belongs to the quantity in force at its
 * end, on the last one at closing; so each counts once however the quantity changes within it, and once over windows
 * that follow each other. Periods stand in order and do not overlap.
 */
export const ownUnits = (clock: UnitClock, periods: readonly Period[], window: Window): OwnedUnits[] =>
  periods
    .filter(({ from, to }) => from < to)
    .flatMap((period, i, real) => [
      atTheirEnd(clock, period, window),
      ...atClosing(clock, period, real[i + 1], window),
    ])
    .filter(({ first, end }) => first < end);
