import { expect, it } from 'vitest';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

interface StateShape {
  readonly Type: string;
  readonly Next?: string;
  readonly Resource?: string;
  readonly Parameters?: { readonly FunctionName: string };
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}

const setup = async () => {
  const { deployment, ofType } = await synthesizedApp();
  const { machines, functions } = deployment();
  const machine = machines.find(({ name }) => name === 'yunwangtong-reclamations');
  if (!machine) throw new Error('No machine');
  return {
    states: Object.entries((machine.definition as { States: Record<string, StateShape> }).States),
    stepsArn: functions.find(({ name }) => name === 'yunwangtong-reclamation-steps')?.arn,
    alarms: ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties['AlarmName']),
  };
};

it('the reclamation machine holds no clock and no other edge than those that the regulation knows', async () => {
  const { states, stepsArn } = await setup();
  expect(new Set(states.map(([, { Type }]) => Type))).toEqual(new Set(['Task', 'Succeed']));
  expect(states).toHaveLength(6);
  for (const [, { Type, Resource, Parameters }] of states)
    if (Type === 'Task') {
      expect(Resource).toMatch(/lambda:invoke\.waitForTaskToken$/);
      expect(Parameters?.FunctionName).toBe(stepsArn);
    }
  const edges = states.flatMap(([from, { Next, Catch = [] }]) => [
    ...(Next === undefined ? [] : [`${from} → ${Next}`]),
    ...Catch.map(({ ErrorEquals, Next: to }) => `${from} ${ErrorEquals.join('|')} → ${to}`),
  ]);
  expect(edges).toEqual([
    'Notice → Execution',
    'Notice Restored → Restored',
    'Execution → Certificate',
    'Execution ErasureAsked → Erasure',
    'Execution Concluded → Reclaimed',
    'Erasure → Certificate',
    'Erasure Concluded → Reclaimed',
    'Certificate → Reclaimed',
  ]);
});

it('somebody is told of a reclamation whose execution has failed', async () => {
  const { alarms } = await setup();
  for (const metric of ['ExecutionsFailed', 'ExecutionsTimedOut'])
    expect(alarms).toContain(`yunwangtong-reclamations-${metric}`);
});
