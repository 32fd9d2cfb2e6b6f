import { describe, expect, it } from 'vitest';
import { evaluatePolicies } from '#local/aws/policy/evaluate-policies.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
}
interface StateShape {
  readonly Type: string;
  readonly Comment?: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly End?: boolean;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Resource?: string;
  readonly Parameters?: { readonly FunctionName: string; readonly Payload: Readonly<Record<string, string>> };
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}

/** Each machine, the function that opens its steps, and the paths that its payloads may read. */
const machines = [
  ['yunwangtong-approval', 'yunwangtong-cases-steps', ['$.tenant', '$.caseId']],
  [
    'yunwangtong-provisioning-orders',
    'yunwangtong-provisioning-steps',
    ['$.tenant', '$.orderId', '$.confirmation', '$.at', '$.at.batch'],
  ],
  ['yunwangtong-reclamations', 'yunwangtong-reclamation-steps', ['$.tenant', '$.reclamationId']],
] as const;

async function setup(name: string) {
  const { deployment, ofType } = await synthesizedApp();
  const { machines: all, functions, roles } = deployment();
  const definition = all.find((machine) => machine.name === name)?.definition as {
    readonly StartAt: string;
    readonly States: Readonly<Record<string, StateShape>>;
  };
  return {
    definition,
    states: Object.entries(definition.States),
    role: roles.find((role) => role.name === name),
    arnOf: (lambda: string) => functions.find((one) => one.name === lambda)?.arn,
    resource: ofType('AWS::StepFunctions::StateMachine').find(
      ({ properties }) => properties['StateMachineName'] === name,
    )?.properties,
  };
}

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.values(typeof value === 'object' && value !== null ? value : {}).flatMap(texts);

it('every machine of the app is held to what follows', async () => {
  const { deployment } = await synthesizedApp();
  expect(
    deployment()
      .machines.map(({ name }) => name)
      .sort(),
  ).toEqual(machines.map(([name]) => name).sort());
});

describe.each(machines)('the machine %s', (name, steps, paths) => {
  it('reads ids alone, and computes nothing', async () => {
    const { definition } = await setup(name);
    const said = texts(definition);
    const read = said.filter((text) => text.startsWith('$'));
    expect(new Set(read)).toEqual(new Set(['$$.Execution.Id', '$$.Task.Token', ...paths]));
    expect(said.filter((text) => text.startsWith('States.') && text.includes('('))).toEqual([]);
  });

  it('waits in steps of its own function by token, each told in Chinese, and calls nothing else', async () => {
    const { states, arnOf, role } = await setup(name);
    for (const [, { Type, Resource, Parameters, Comment }] of states) {
      expect(Comment).toMatch(/\p{Script=Han}/u);
      if (Type !== 'Task') continue;
      expect(Resource).toMatch(/lambda:invoke(\.waitForTaskToken)?$/);
      expect(Parameters?.FunctionName).toBe(arnOf(steps));
      if (Resource?.endsWith('.waitForTaskToken'))
        expect(Parameters?.Payload).toMatchObject({
          'execution.$': '$$.Execution.Id',
          'token.$': '$$.Task.Token',
          'tenant.$': '$.tenant',
        });
    }
    const verdict = (lambda: string) =>
      evaluatePolicies(role?.statements ?? [], {
        action: 'lambda:InvokeFunction',
        resource: arnOf(lambda) ?? '',
        context: {},
      });
    expect(machines.map(([, lambda]) => lambda).filter((lambda) => verdict(lambda) === 'allow')).toEqual([
      steps,
    ]);
  });

  it('never retries an outcome that was decided, and retries every fault', async () => {
    const { states } = await setup(name);
    for (const [, { Type, Retry, Catch = [] }] of states) {
      if (Type !== 'Task') continue;
      const outcomes = Catch.flatMap(({ ErrorEquals }) => ErrorEquals);
      if (outcomes.length > 0) expect(Retry?.[0]?.MaxAttempts).toBe(0);
      expect(Retry?.[0]?.ErrorEquals).toEqual(expect.arrayContaining(outcomes));
      expect(Retry?.at(-1)?.ErrorEquals).toEqual(
        expect.arrayContaining(['Lambda.TooManyRequestsException', 'States.TaskFailed']),
      );
    }
  });

  it('leads to every state, and from every state to an end', async () => {
    const { definition, states } = await setup(name);
    const next = (state: string): string[] => {
      const { Next, Default, Choices = [], Catch = [] } = definition.States[state] as StateShape;
      return [Next, Default, ...[...Choices, ...Catch].map((edge) => edge.Next)].filter(
        (to) => to !== undefined,
      );
    };
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(from)) return seen;
      seen.add(from);
      for (const to of next(from)) reached(to, seen);
      return seen;
    };
    expect([...reached(definition.StartAt)].sort()).toEqual(states.map(([state]) => state).sort());
    const ends = states
      .filter(([, { Type, End }]) => Type === 'Succeed' || Type === 'Fail' || End)
      .map(([state]) => state);
    for (const [state] of states) expect(ends.some((end) => reached(state).has(end))).toBe(true);
  });

  it('is logged without payloads, traced, and standard', async () => {
    const { resource } = await setup(name);
    expect(resource).toMatchObject({
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
      TracingConfiguration: { Enabled: true },
    });
  });
});

it('an opening asks for confirmation where the city wants it, and opens batch after batch', async () => {
  const { states } = await setup('yunwangtong-provisioning-orders');
  const edges = states.flatMap(([from, { Next, Default, Choices = [], Catch = [] }]) => [
    ...Choices.map(({ Next: to }) => `${from} asked → ${to}`),
    ...(Default === undefined ? [] : [`${from} → ${Default}`]),
    ...(Next === undefined ? [] : [`${from} → ${Next}`]),
    ...Catch.map(({ ErrorEquals, Next: to }) => `${from} ${ErrorEquals.join('|')} → ${to}`),
  ]);
  expect(edges).toEqual([
    'ConfirmationAsked asked → Confirmation',
    'ConfirmationAsked → Batch',
    'Confirmation → Batch',
    'Batch → Batch',
    'Batch Concluded → Opened',
  ]);
});
