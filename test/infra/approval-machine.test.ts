import { describe, expect, it } from 'vitest';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

interface StateShape {
  readonly Type: string;
  readonly Comment?: string;
  readonly Next?: string;
  readonly Resource?: string;
  readonly Parameters?: { readonly FunctionName: string; readonly Payload: Record<string, string> };
  readonly ResultPath?: string | null;
  readonly Retry?: { readonly ErrorEquals: string[]; readonly MaxAttempts: number }[];
  readonly Catch?: { readonly ErrorEquals: string[]; readonly Next: string; readonly ResultPath: null }[];
}
interface Definition {
  readonly StartAt: string;
  readonly QueryLanguage?: string;
  readonly States: Record<string, StateShape>;
}

async function setup() {
  const { deployment } = await synthesizedApp();
  const { machines, functions } = deployment();
  const machine = machines.find(({ name }) => name === 'yunwangtong-approval');
  if (machine === undefined) throw new Error('No machine');
  const definition = machine.definition as Definition;
  const states = Object.entries(definition.States);
  return {
    definition,
    states,
    waiting: states.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken')),
    stepsArn: functions.find(({ name }) => name === 'yunwangtong-cases-steps')?.arn,
  };
}

/** Every text anywhere in a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('the approval machine', () => {
  it('keeps to the states and paths that any interpreter knows', async () => {
    const { definition } = await setup();
    expect(definition.QueryLanguage).toBeUndefined();
    const types = new Set(Object.values(definition.States).map(({ Type }) => Type));
    expect(['Task', 'Choice', 'Pass', 'Succeed', 'Fail']).toEqual(expect.arrayContaining([...types]));
    const paths = texts(definition).filter((text) => text.startsWith('$'));
    expect(new Set(paths)).toEqual(new Set(['$$.Execution.Id', '$$.Task.Token', '$.tenant', '$.caseId']));
    expect(texts(definition).filter((text) => text.startsWith('States.') && text.includes('('))).toEqual([]);
  });

  it('goes 单位确认 → 本级审核 → 市级复核 → 办结, and back where the regulation says so', async () => {
    const { definition } = await setup();
    const edges = Object.entries(definition.States).flatMap(([from, { Next, Catch = [] }]) => [
      ...(Next === undefined ? [] : [`${from} → ${Next}`]),
      ...Catch.map(({ ErrorEquals, Next: to }) => `${from} ${ErrorEquals.join('|')} → ${to}`),
    ]);
    expect(definition.StartAt).toBe('UnitConfirmation');
    expect(edges).toEqual([
      'UnitConfirmation → LocalReview',
      'UnitConfirmation Returned → Correction',
      'UnitConfirmation Withdrawn → Withdrawn',
      'LocalReview → CityRecheck',
      'LocalReview Concluded → Complete',
      'LocalReview Returned → Correction',
      'LocalReview Rejected → Rejected',
      'LocalReview Withdrawn → Withdrawn',
      'CityRecheck → Complete',
      'CityRecheck Returned → LocalReview',
      'CityRecheck Withdrawn → Withdrawn',
      'Correction → UnitConfirmation',
      'Correction Withdrawn → Withdrawn',
    ]);
  });

  it('enters at most eight states when the county returns the application once', async () => {
    const { definition } = await setup();
    const caught = (state: string, outcome: string) =>
      definition.States[state]?.Catch?.find(({ ErrorEquals }) => ErrorEquals.includes(outcome))?.Next;
    const approved = (state: string) => definition.States[state]?.Next;
    const path = [definition.StartAt];
    for (const outcome of ['Approved', 'Returned', 'Approved', 'Approved', 'Approved', 'Approved']) {
      const at = path.at(-1) ?? '';
      path.push((outcome === 'Approved' ? approved(at) : caught(at, outcome)) ?? `no way out of ${at}`);
    }
    expect(path.at(-1)).toBe('Complete');
    expect(path.length).toBeLessThanOrEqual(8);
  });

  it('gives each waiting step its token, the execution and the case, and nothing more', async () => {
    const { waiting, stepsArn } = await setup();
    expect(waiting.map(([, { Parameters }]) => Parameters?.Payload['step'])).toEqual([
      'unitConfirmation',
      'localReview',
      'cityRecheck',
      'correction',
    ]);
    for (const [, { Parameters, ResultPath, Comment }] of waiting) {
      expect(Parameters).toEqual({
        FunctionName: stepsArn,
        Payload: {
          'execution.$': '$$.Execution.Id',
          'token.$': '$$.Task.Token',
          'tenant.$': '$.tenant',
          'caseId.$': '$.caseId',
          step: expect.any(String),
        },
      });
      expect(ResultPath).toBeNull();
      expect(Comment).toMatch(/^\p{Script=Han}+$/u);
    }
  });

  it('never retries an outcome that a person decided', async () => {
    const { waiting } = await setup();
    for (const [, { Retry, Catch = [] }] of waiting) {
      expect(Retry?.[0]).toEqual({
        ErrorEquals: ['Concluded', 'Returned', 'Rejected', 'Withdrawn'],
        MaxAttempts: 0,
      });
      for (const { ErrorEquals } of Catch)
        expect(Retry?.[0]?.ErrorEquals).toEqual(expect.arrayContaining(ErrorEquals));
    }
  });

  it('retries faults of Lambda and of the handler with jitter in every task', async () => {
    const { states } = await setup();
    for (const [, { Retry }] of states.filter(([, { Type }]) => Type === 'Task')) {
      expect(Retry?.at(-1)).toMatchObject({
        ErrorEquals: expect.arrayContaining(['Lambda.TooManyRequestsException', 'States.TaskFailed']),
        BackoffRate: 2,
        JitterStrategy: 'FULL',
      });
    }
  });
});
