import { describe, expect, it } from 'vitest';
import { reclamationDefinition } from '#infra/constructs/reclamation-definition.ts';
import { settled } from '#test/support/fake-runtime.ts';
import { setupMachine } from './setup-machine.ts';

const definition = reclamationDefinition({
  partition: 'aws-cn',
  stepsFunctionArn: 'arn:aws-cn:lambda:cn-north-1:000000000000:function:yunwangtong-reclamation-steps',
});

/** @param outcomes how each wait ends */
const play = async (outcomes: readonly string[]) => {
  const machine = await setupMachine(definition);
  const arn = await machine.start({ tenant: 't', reclamationId: 'r' });
  for (const outcome of outcomes) {
    await settled();
    const token = machine.events.at(-1)?.token ?? '';
    if (outcome === 'Approved')
      await machine.call('SendTaskSuccess', { taskToken: token, output: JSON.stringify({ outcome }) });
    else await machine.refuse(token, outcome);
  }
  await settled();
  return { ...machine, arn };
};

describe('the reclamation machine', () => {
  it.each([
    ['a certified reclaim', ['Approved', 'Approved', 'Approved'], ['Execution', 'Certificate', 'Reclaimed']],
    ['an erasure by both', ['Approved', 'ErasureAsked', 'Concluded'], ['Execution', 'Erasure', 'Reclaimed']],
    [
      'erasure and certificate',
      ['Approved', 'ErasureAsked', 'Approved', 'Approved'],
      ['Execution', 'Erasure', 'Certificate', 'Reclaimed'],
    ],
    ['a report with everything', ['Approved', 'Concluded'], ['Execution', 'Reclaimed']],
    ['a restore', ['Restored'], ['Restored']],
  ])('%s: every wait once, outcomes never retried, ended well', async (_, outcomes, path) => {
    const { arn, entered, events, describe: look } = await play(outcomes);
    expect(await entered(arn)).toEqual(['Notice', ...path]);
    expect(events).toHaveLength(outcomes.length);
    expect(events[0]).toMatchObject({ step: 'notice', tenant: 't', reclamationId: 'r' });
    expect(await look(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });
});
