import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';

const system = sharedSystem();
let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(system, 'kaifeng-head');
});

const host = {
  id: 'host-1',
  prices: [{ effectiveFrom: '2026-01-01', unitPriceFen: 10_000 }],
  per: 'month',
  periods: [{ from: '2026-07-01', to: '2026-10-16', quantity: 1 }],
};
const question = { profile: 'yancheng', from: '2026-07-01', to: '2026-10-16', lines: [host] };
const post = (change: object) =>
  ask(system, asker, 'POST', '/v1/trials/bill', { body: { ...question, ...change } });

describe('a bill on trial', () => {
  it('adds up days at their month’s share of the price', async () => {
    const { status, body } = await post({});
    expect(status).toBe(200);
    // July, August, September and 15 of October's 31 days.
    expect(body).toEqual({ lines: [{ id: 'host-1', amountFen: 34_839 }], totalFen: 34_839 });
  });

  it('takes the coefficient as written, before the rounding', async () => {
    expect((await post({ efficiency: '0.9' })).body).toMatchObject({ totalFen: 31_355 });
    expect((await post({ efficiency: 0.9, profile: 'kaifeng' })).body).toMatchObject({ totalFen: 31_355 });
  });

  it('gives the day of a change to the quantity at its end, and tells time zones', async () => {
    const periods = [
      { from: '2026-07-01', to: '2026-07-10T15:30:00+08:00', quantity: 4 },
      { from: '2026-07-10T07:30:00Z', to: '2026-07-11T00:00:00+08:00', quantity: 6 },
    ];
    const lines = [
      { ...host, per: 'day', prices: [{ effectiveFrom: '2026-01-01', unitPriceFen: 100 }], periods },
    ];
    expect((await post({ lines })).body).toMatchObject({ totalFen: 9 * 400 + 600 });
  });

  it.each([
    [
      'overlapping periods',
      { periods: [...host.periods, { from: '2026-10-15', to: '2026-11-01', quantity: 1 }] },
      '/lines/0/periods/1/from',
    ],
    [
      'a period that ends before it begins',
      { periods: [{ from: '2026-07-02', to: '2026-07-01', quantity: 1 }] },
      '/lines/0/periods/0/to',
    ],
    [
      'two prices of one day',
      { prices: [...host.prices, ...host.prices] },
      '/lines/0/prices/1/effectiveFrom',
    ],
    [
      'a day without a price',
      { prices: [{ effectiveFrom: '2026-08-01', unitPriceFen: 1 }] },
      '/lines/0/prices',
    ],
    [
      'a quantity below nothing',
      { periods: [{ ...host.periods[0], quantity: -1 }] },
      '/lines/0/periods/0/quantity',
    ],
    [
      'a price in parts of a fen',
      { prices: [{ effectiveFrom: '2026-01-01', unitPriceFen: 0.5 }] },
      '/lines/0/prices/0/unitPriceFen',
    ],
    [
      'a day that is none',
      { periods: [{ from: '2026-02-30', to: '2026-10-16', quantity: 1 }] },
      '/lines/0/periods/0/from',
    ],
  ])('names the field of %s', async (_, change, pointer) => {
    const heard = await post({ lines: [{ ...host, ...change }] });
    expectProblem(heard, 400, 'request-invalid');
    expect((heard.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(
      pointer,
    );
  });

  it('refuses a sum that a number cannot hold', async () => {
    const lines = [
      {
        ...host,
        per: 'hour',
        prices: [{ effectiveFrom: '1950-01-01', unitPriceFen: 1e11 }],
        periods: [{ from: '1950-01-01', to: '2199-01-01', quantity: 1e7 }],
      },
    ];
    expectProblem(await post({ from: '1950-01-01', to: '2199-01-01', lines }), 400, 'request-invalid');
  });
});
