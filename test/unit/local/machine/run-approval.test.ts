import { describe, expect, it, vi } from 'vitest';
import { approvalDefinition } from '#test/support/approval-definition.ts';
import { settled } from '#test/support/fake-runtime.ts';
import { ok, setupMachine, thrown } from './setup-machine.ts';

const last = <Item>(items: readonly Item[]): Item => {
  const item = items.at(-1);
  if (item === undefined) throw new Error('nothing there');
  return item;
};

async function play(outcomes: readonly string[]) {
  const machine = await setupMachine(approvalDefinition);
  const arn = await machine.start();
  for (const outcome of outcomes) {
    await settled();
    const { token } = last(machine.events);
    if (outcome === 'Approved') await machine.approve(token);
    else await machine.refuse(token, outcome);
  }
  await settled();
  return { ...machine, arn };
}

describe('the approval machine', () => {
  it.each([
    [
      'straight through',
      ['Approved', 'Approved', 'Approved'],
      ['UnitConfirmation', 'LocalReview', 'CityRecheck', 'Complete'],
    ],
    [
      'with one correction in 7 states',
      ['Approved', 'Returned', 'Approved', 'Approved', 'Approved', 'Approved'],
      [
        'UnitConfirmation',
        'LocalReview',
        'Correction',
        'UnitConfirmation',
        'LocalReview',
        'CityRecheck',
        'Complete',
      ],
    ],
    ['rejected by the county', ['Approved', 'Rejected'], ['UnitConfirmation', 'LocalReview', 'Rejected']],
    [
      'withdrawn at the city',
      ['Approved', 'Approved', 'Withdrawn'],
      ['UnitConfirmation', 'LocalReview', 'CityRecheck', 'Withdrawn'],
    ],
    [
      'returned by the city to the county',
      ['Approved', 'Approved', 'Returned', 'Rejected'],
      ['UnitConfirmation', 'LocalReview', 'CityRecheck', 'LocalReview', 'Rejected'],
    ],
  ])('goes %s', async (_, outcomes, states) => {
    const { arn, entered, describe: look } = await play(outcomes);
    expect(await entered(arn)).toEqual(states);
    expect(await look(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"tenant":"t","caseId":"c"}' });
  });

  it('gives the function its own execution, a token and the ids, and keeps the input', async () => {
    const { arn, events, names } = await play([]);
    expect(names).toEqual(['yunwangtong-cases-steps']);
    expect(events).toEqual([
      { execution: arn, token: expect.any(String), tenant: 't', caseId: 'c', step: 'unitConfirmation' },
    ]);
  });

  it('writes the history as AWS names it', async () => {
    const { arn, history } = await play(['Withdrawn']);
    const types = (await history(arn)).map((event) => event.type);
    expect(types).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskFailed',
      'TaskStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('fails the execution by the name of an outcome that has no edge', async () => {
    const { arn, describe: look } = await play(['Rejected']);
    expect(await look(arn)).toMatchObject({ status: 'FAILED', error: 'Rejected' });
  });

  it('takes a token back while the function that was given it still runs', async () => {
    let finish = () => {};
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const machine = await setupMachine(approvalDefinition, async (_, nth) => {
      if (nth === 1) await running;
      return ok();
    });
    const arn = await machine.start();
    await settled();
    expect((await machine.approve(last(machine.events).token)).status).toBe(200);
    finish();
    await settled();
    expect(await machine.entered(arn)).toEqual(['UnitConfirmation', 'LocalReview']);
    expect(machine.events).toHaveLength(2);
  });

  it('invokes again with a new token after a service error, after the wait of its retrier', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const machine = await setupMachine(approvalDefinition, (_, nth) =>
      nth <= 2 ? thrown('Lambda.ServiceException') : ok(),
    );
    const arn = await machine.start();
    await settled();
    await vi.advanceTimersByTimeAsync(999);
    expect(machine.events).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await settled();
    expect(machine.events).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2000);
    await settled();
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(new Set(machine.events.map((event) => event.token)).size).toBe(3);
    expect(await machine.entered(arn)).toEqual(['UnitConfirmation']);
    expect((await machine.approve(machine.events[0]?.token ?? '')).body.__type).toBe('TaskTimedOut');
    expect((await machine.approve(last(machine.events).token)).status).toBe(200);
  });
});
