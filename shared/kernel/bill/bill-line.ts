import { addDays, type LocalDate } from '../local-date.ts';
import { type Exact, exactOf, plus, roundHalfUp, times, zero } from './exact.ts';
import { dayClock, hourClock, type OwnedUnits, ownUnits, type Period } from './own-units.ts';

/** A price per unit, in fen, from a day on; the next one ends it. */
export interface DatedPrice {
  readonly effectiveFrom: LocalDate;
  readonly unitPriceFen: number;
}

/** One line of a bill. */
export interface BillLine {
  /** The earliest first, each from another day. */
  readonly prices: readonly DatedPrice[];
  readonly per: 'month' | 'day' | 'hour';
  /** In order and without overlap. */
  readonly periods: readonly Period[];
}

/** The span billed, `[from, to)` in epoch ms. */
export interface BillWindow {
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;
const epochDay = (date: LocalDate): number => Date.parse(date) / dayMs;
const dateOf = (day: number): LocalDate => addDays('1970-01-01', day);

/** What one unit costs on a day, and until which day that stays: a new price, and for monthly prices a new month. */
interface Pricing {
  readonly until: number;
  readonly priceFen: number | undefined;
  /** The part of the price that one unit bears, in `shares`. */
  readonly share: number;
}

/** Divisible by the days of every month: 28, 29, 30 and 31. */
const shares = 377_580;

const monthOf = (day: number): { readonly start: number; readonly end: number } => {
  const first = `${dateOf(day).slice(0, 7)}-01`;
  const start = epochDay(first);
  const end = epochDay(`${addDays(first, 31).slice(0, 7)}-01`);
  return { start, end };
};

const pricingOn = ({ prices, per }: BillLine, day: number): Pricing => {
  const current = prices.findLast(({ effectiveFrom }) => epochDay(effectiveFrom) <= day);
  const next = prices.find(({ effectiveFrom }) => epochDay(effectiveFrom) > day);
  const changes = next ? epochDay(next.effectiveFrom) : Number.POSITIVE_INFINITY;
  const month = monthOf(day);
  return {
    until: per === 'month' ? Math.min(changes, month.end) : changes,
    priceFen: current?.unitPriceFen,
    share: per === 'month' ? shares / (month.end - month.start) : shares,
  };
};

/** Nothing is billed at a price that is not known. */
export class UnpricedDay extends RangeError {
  readonly date: LocalDate;
  constructor(date: LocalDate) {
    super(`no price on ${date}`);
    this.date = date;
  }
}

const perDay = { month: 1, day: 1, hour: 24 } as const;

const amountOf = (line: BillLine, { first, end, quantity }: OwnedUnits): Exact => {
  const units = perDay[line.per];
  let sum = 0n;
  for (let unit = first; unit < end; ) {
    const day = Math.floor(unit / units);
    const { until, priceFen, share } = pricingOn(line, day);
    if (priceFen === undefined) throw new UnpricedDay(dateOf(day));
    const next = Math.min(end, until * units);
    sum += BigInt(next - unit) * BigInt(priceFen) * BigInt(share);
    unit = next;
  }
  return times({ numerator: sum, denominator: BigInt(shares) }, exactOf(quantity));
};

/**
 * The amount of a line, in whole fen: unit price × quantity over every day (or hour) of the window that the line owns,
 * a monthly price spread over its own month's days. The coefficient of the efficiency result is applied before the
 * one rounding, half up. Throws `UnpricedDay` where something is in force before the first price.
 */
export const billLine = (line: BillLine, window: BillWindow, efficiency: Exact): bigint => {
  const clock = line.per === 'hour' ? hourClock : dayClock;
  const owned = ownUnits(clock, line.periods, window).filter(({ quantity }) => quantity > 0);
  const exact = owned.reduce((sum, units) => plus(sum, amountOf(line, units)), zero);
  return roundHalfUp(times(exact, efficiency));
};
