import { describe, expect, it } from 'vitest';
import { loadDefinition } from '#local/machine/load-definition.ts';
import { afterFailure, afterResult, fillParameters, takeStep } from '#local/machine/take-step.ts';

function stateOf(state: object) {
  const known = { Type: 'Succeed' };
  const { Only } = loadDefinition('m', {
    StartAt: 'Only',
    States: { Only: state, A: known, B: known },
  }).States;
  if (!Only) throw new Error('not loaded');
  return Only;
}

function step(state: object, input: unknown) {
  const loaded = stateOf(state);
  if (loaded.Type === 'Task') throw new Error('a task has effects');
  return takeStep(loaded, input, 'arn:execution');
}

function task(more: object) {
  const loaded = stateOf({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Parameters: { FunctionName: 'f' },
    Next: 'A',
    ...more,
  });
  if (loaded.Type !== 'Task') throw new Error('no task');
  return loaded;
}

const choice = (...Choices: object[]) => ({ Type: 'Choice', Choices, Default: 'B' });

describe('a state without effect', () => {
  it.each([
    [{ Variable: '$.n', NumericGreaterThan: 1, Next: 'A' }, { n: 2 }, 'A'],
    [{ Variable: '$.n', NumericGreaterThan: 1, Next: 'A' }, { n: '7' }, 'B'],
    [{ Variable: '$.n', NumericLessThanEquals: 2, Next: 'A' }, { n: 2 }, 'A'],
    [{ Variable: '$.s', StringEquals: '市级', Next: 'A' }, { s: '市级' }, 'A'],
    [{ Variable: '$.n', IsNull: true, Next: 'A' }, { n: null }, 'A'],
    [{ Not: { Variable: '$.x.y', IsPresent: true }, Next: 'A' }, { x: {} }, 'A'],
    [
      {
        And: [
          { Variable: '$.s', IsPresent: true },
          {
            Or: [
              { Variable: '$.s', StringEquals: 'x' },
              { Variable: '$.b', BooleanEquals: true },
            ],
          },
        ],
        Next: 'A',
      },
      { s: 'y', b: true },
      'A',
    ],
  ])('chooses %j of %j: %s', (rule, input, next) => {
    expect(step(choice(rule), input)).toEqual({ kind: 'move', next, output: input });
  });

  it('fails where a choice tests what is not there', () => {
    const rule = { Variable: '$.gone', StringEquals: 'x', Next: 'A' };
    expect(step(choice(rule), {})).toMatchObject({ kind: 'fail', error: 'States.Runtime' });
  });

  it('fails where no choice holds and there is no default', () => {
    const state = { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'A' }] };
    expect(step(state, { a: 1 })).toMatchObject({ kind: 'fail', error: 'States.NoChoiceMatched' });
  });

  it.each([
    [{ Result: null, ResultPath: '$.r' }, { a: 1 }, { a: 1, r: null }],
    [{ Result: { x: 1 } }, { a: 1 }, { x: 1 }],
    [
      { Parameters: { 'b.$': '$.a[1].中文', c: [1] }, ResultPath: '$.p.q' },
      { a: [0, { 中文: '引"号\\' }] },
      { a: [0, { 中文: '引"号\\' }], p: { q: { b: '引"号\\', c: [1] } } },
    ],
    [{ InputPath: '$.a', OutputPath: '$.b' }, { a: { b: 2 } }, 2],
    [{ InputPath: null }, { a: 1 }, {}],
    [{ ResultPath: null, Result: 5 }, { a: 1 }, { a: 1 }],
  ])('passes by %j', (state, input, output) => {
    expect(step({ Type: 'Pass', Next: 'A', ...state }, input)).toEqual({ kind: 'move', next: 'A', output });
  });

  it('fails by name in a Fail state', () => {
    expect(step({ Type: 'Fail', Error: 'E', Cause: '原因' }, {})).toEqual({
      kind: 'fail',
      error: 'E',
      cause: '原因',
    });
  });
});

describe('a task', () => {
  it('fills in its own execution and token and the input', () => {
    const Payload = { 'e.$': '$$.Execution.Id', 'k.$': '$$.Task.Token', 'all.$': '$' };
    const filled = fillParameters(
      task({ Parameters: { FunctionName: 'f', Payload } }),
      { a: 1 },
      'arn',
      'tok',
    );
    expect(filled).toEqual({ FunctionName: 'f', Payload: { e: 'arn', k: 'tok', all: { a: 1 } } });
  });

  it('puts its result where ResultPath says', () => {
    expect(afterResult(task({ ResultPath: '$.r' }), { a: 1 }, 2)).toEqual({
      kind: 'move',
      next: 'A',
      output: { a: 1, r: 2 },
    });
    expect(() => afterResult(task({ ResultPath: '$.a.r' }), { a: 1 }, 2)).toThrow(
      'States.ResultPathMatchFailure',
    );
  });

  it.each([
    ['States.Timeout', 'States.TaskFailed', false],
    ['States.HeartbeatTimeout', 'States.Timeout', true],
    ['States.Runtime', 'States.ALL', false],
    ['Anything', 'States.ALL', true],
    ['Anything', 'States.TaskFailed', true],
    ['Returned', 'Rejected', false],
  ])('%s is caught by %s: %s', (error, pattern, caught) => {
    const state = task({ Catch: [{ ErrorEquals: [pattern], Next: 'B', ResultPath: '$.e' }] });
    const step = afterFailure(state, { a: 1 }, { error, cause: 'why' }, [], Math.random);
    const edge = { kind: 'move', next: 'B', output: { a: 1, e: { Error: error, Cause: 'why' } } };
    expect(step).toEqual(caught ? edge : { kind: 'fail', error, cause: 'why' });
  });

  it('counts each retrier for itself, backs off up to the longest delay, then takes the edge', () => {
    const state = task({
      Retry: [
        { ErrorEquals: ['A'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3, MaxDelaySeconds: 10 },
        { ErrorEquals: ['States.ALL'], MaxAttempts: 1, JitterStrategy: 'FULL' },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B', ResultPath: null }],
    });
    const half = () => 0.5;
    const onError = (error: string, counts: number[]) => afterFailure(state, {}, { error }, counts, half);
    expect(onError('A', [])).toEqual({ kind: 'retry', delayMs: 2_000, counts: [1, 0] });
    expect(onError('A', [1, 0])).toEqual({ kind: 'retry', delayMs: 6_000, counts: [2, 0] });
    expect(onError('A', [2, 1])).toEqual({ kind: 'retry', delayMs: 10_000, counts: [3, 1] });
    expect(onError('A', [3, 0])).toEqual({ kind: 'move', next: 'B', output: {} });
    expect(onError('Z', [3, 0])).toEqual({ kind: 'retry', delayMs: 500, counts: [3, 1] });
    expect(onError('Z', [3, 1])).toEqual({ kind: 'move', next: 'B', output: {} });
  });
});
