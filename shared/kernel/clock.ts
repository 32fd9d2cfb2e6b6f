/** The time by which matters run: limits, reminders, what people see. Settable on the embedded runtime only. */
export interface BusinessClock {
  now(): Date;
}

/** Real time: tokens, codes, signatures, expiry of records, delivery markers. */
export interface WallClock {
  now(): Date;
}

/** The embedded runtime hangs a settable clock here: a function that answers epoch milliseconds. */
const settable = Symbol.for('yunwangtong.business-clock');

const businessMs = (): number => {
  const source: unknown = Reflect.get(globalThis, settable);
  const ms: unknown = typeof source === 'function' ? source() : undefined;
  return typeof ms === 'number' ? ms : Date.now();
};

export const systemBusinessClock: BusinessClock = { now: () => new Date(businessMs()) };

export const systemWallClock: WallClock = { now: () => new Date() };
