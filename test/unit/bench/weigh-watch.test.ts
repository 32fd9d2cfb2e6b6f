import { describe, expect, it } from 'vitest';
import type { Charge } from '#local/meter/meter.ts';
import { machineBytesOf, metricsIn, watchLines, watchOf } from '#test/bench/weigh-watch.ts';

const run = (name: string): Charge => ({ kind: 'invocation', name, ms: 5 });
const line = (bytes: number, ...metrics: string[]): Charge => ({ kind: 'line', by: 'cases', bytes, metrics });
const call = (operation: string): Charge => ({ kind: 'call', service: 'states', operation });
const gib = 2 ** 30;

describe('what an action leaves in traces and logs', () => {
  it('is a trace for each invocation but a machine’s, and for each execution', () => {
    const charges = [
      run('yunwangtong-authorizer'),
      run('yunwangtong-cases'),
      run('yunwangtong-cases-steps'),
      call('StartExecution'),
      call('SendTaskSuccess'),
    ];
    expect(watchOf(charges, 0).trace).toBe(3);
  });

  it('is the lines of functions, of machines and of the gateway, all of which are kept for thirteen months', () => {
    const watch = watchOf([line(400), line(200), { kind: 'request', path: '/v1/me', status: 200 }], 1_000);
    expect((watch.functionLogGiB ?? 0) * gib).toBeCloseTo(600, 6);
    expect((watch.machineLogGiB ?? 0) * gib).toBeCloseTo(1_000, 6);
    expect((watch.logGiBMonth ?? 0) * gib).toBeCloseTo((600 + 1_000 + 600) * 13, 6);
  });

  it('is priced kind by kind', () => {
    const lines = watchLines({ trace: 1_000_000, functionLogGiB: 1, machineLogGiB: 2, logGiBMonth: 1 });
    expect(lines.map(({ usd }) => usd)).toEqual([expect.closeTo(5), 0.5, 1, 0.03]);
  });

  it('is each custom metric once, however often it is written', () => {
    expect(metricsIn([line(1, 'a'), line(1, 'a', 'b'), run('yunwangtong-cases')])).toEqual(['a', 'b']);
  });
});

describe('what a machine logs of an execution', () => {
  const event = { id: 2, previousEventId: 1, timestamp: new Date(0), type: 'TaskStateEntered' as const };
  const entered = (input: string) => [{ ...event, stateEnteredEventDetails: { name: '审核', input } }];

  it('is every event with the state’s name, and nothing of what was passed', () => {
    const bytes = machineBytesOf(entered('{}'), 'arn');
    expect(machineBytesOf(entered('{"caseId":"dafeng.1"}'), 'arn')).toBe(bytes);
    expect(machineBytesOf([...entered('{}'), ...entered('{}')], 'arn')).toBe(2 * bytes);
    expect(machineBytesOf(entered('{}'), 'arn:longer')).toBe(bytes + ':longer'.length);
  });
});
