import { describe, expect, it } from 'vitest';
import type { Charge } from '#local/meter/meter.ts';
import { addAmounts, amountsOf, costOf, timesAmounts } from '#test/bench/weigh-cost.ts';
import { weighWaste } from '#test/bench/weigh-waste.ts';

const item = (sk: string) => ({ pk: 'p', sk, access: 'read' as const, read: 0, write: 0 });
const table = (by: string, sk: string, read: number, write = 0): Charge => ({
  kind: 'table',
  operation: 'GetItem',
  by,
  read,
  write,
  items: [item(sk)],
});
const run = (name: string): Charge => ({ kind: 'invocation', name, ms: 5 });

describe('what AWS would charge for', () => {
  it('is counted by its kind', () => {
    const amounts = amountsOf(
      [
        { kind: 'request', path: '/v1/me', status: 200 },
        run('cases'),
        run('authorizer'),
        table('cases', 'a', 1.5),
        table('cases', 'b', 0, 12),
        { kind: 'call', service: 'sqs', operation: 'SendMessage' },
        { kind: 'call', service: 's3', operation: 'POST' },
        { kind: 'call', service: 's3', operation: 'GET' },
        { kind: 'call', service: 'states', operation: 'SendTaskSuccess' },
      ],
      7,
    );
    expect(amounts).toMatchObject({
      httpRequest: 1,
      invocation: 2,
      readUnit: 1.5,
      writeUnit: 12,
      // Sent, received, deleted.
      queueRequest: 3,
      objectWrite: 1,
      objectRead: 1,
      stateTransition: 7,
    });
  });

  it('is priced by the file, part by part and together', () => {
    const { parts, total } = costOf({ stateTransition: 8, writeUnit: 1_000_000 });
    expect(parts.get('stateTransition')).toBeCloseTo(0.0002, 9);
    expect(parts.get('writeUnit')).toBeCloseTo(0.625, 9);
    expect(total).toBeCloseTo(0.6252, 9);
  });

  it('adds up and multiplies', () => {
    const sum = addAmounts({ readUnit: 1 }, { readUnit: 2, writeUnit: 3 });
    expect(timesAmounts(sum, 2)).toEqual({ readUnit: 6, writeUnit: 6 });
  });
});

describe('what an action spends beyond what it must', () => {
  it('is the same item touched in the same way twice within one invocation', () => {
    const charges = [run('cases'), table('cases', 'a', 1), table('cases', 'a', 1), table('cases', 'b', 2)];
    expect(weighWaste(charges)).toEqual({ spent: 4, needed: 3 });
  });

  it('is not what two functions, or two invocations of one, read each for itself', () => {
    const charges = [
      run('cases'),
      run('cases'),
      run('steps'),
      table('cases', 'a', 1),
      table('cases', 'a', 1),
      table('steps', 'a', 1),
    ];
    expect(weighWaste(charges)).toEqual({ spent: 3, needed: 3 });
  });
});
